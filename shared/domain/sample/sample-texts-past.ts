/** Papers for the sample's past meetings, in the outline of outline.ts. All of it is invented. */
export const hubsReview = `
## Summary
The five village hubs have been open for a year. They had 34,000 visits, against 25,000 expected, and cost £212,000, against £220,000 planned. This review recommends that all five stay open and that a sixth be prepared.
## Recommendations
1. Keep the five hubs open for a further two years.
2. Ask the Executive Group to find a site for a sixth hub in the lower Vale.
3. Publish this review.
## Reasons for the recommendations
Each visit cost £6.24. The same help given in the market towns costs about £11 a visit, once travel is counted. Four in five visitors said that they would not have gone to a town for the same thing.
## Background
The board opened the hubs as a trial, in village halls and one former school. It asked for a review after a year.
## What people came for
| Reason | Visits | Share |
| Health checks and clinics | 11,200 | 33% |
| Benefits and money advice | 7,800 | 23% |
| Library books and computers | 6,900 | 20% |
| Groups and classes | 5,100 | 15% |
| Other | 3,000 | 9% |
## What has gone less well
- A third of people who missed an appointment could not get to the hub.
- Long Penfold opened on four days a week instead of five, for want of volunteers.
- The booking system and the health appointments system do not speak to each other, so some people are asked the same questions twice.
## Options considered
Closing the two smallest hubs would save £61,000 a year. It is not recommended: both serve villages more than eight miles from the next hub, and rural proofing found no other way to reach those who use them.
## Consultation and what it changed
Visitors filled in 1,204 cards and 46 people came to open evenings. They asked for evening opening. Tarnley now stays open until 8pm on Wednesdays.
## Implications
### Financial
The cost of two further years is £430,000, of which partners have agreed £402,000. The rest is sought from the rural services fund.
### Legal
The agreements to use the halls would be renewed for two years.
### Equality
Six in ten visitors were women. One visitor in four said that they had a disability. All hubs have step-free access; Sallow Bridge still lacks a hearing loop.
### Children, young people and safeguarding
One hub in three runs a group for young people. All coordinators are trained in safeguarding.
### Staffing
Five part-time coordinators stay in post. Rural Voice Westmere employs them.
`;

export const weatherReadiness = `
## Summary
This paper says how partners look after people in the villages when roads are blocked by snow, flood or fallen trees: what is ready, what is not, and who to ring.
## Recommendations
1. Note the arrangements.
2. Ask parish councils to name one person in each village who can be reached when roads are closed.
## What is ready
- Salt for 40 days of ice is in store. Last winter 27 days’ worth was used.
- The police and fire crews have keys to all 61 village halls that have agreed to open in an emergency.
- The Community Health Trust has a list of patients who need visits each day, and drivers for them.
## What is not ready
- Nineteen villages have not yet named a contact.
- The shared list of people who may need help waits for an agreement on data protection.
## Who to ring
| When | Who |
| Roads closed or dangerous | County Council highways line |
| Somebody cut off without heat or food | District council duty officer |
| Nurse’s visit missed | Community Health Trust locality manager |
| Danger to life | 999 |
## Implications
### Financial
The cost is within partners’ budgets.
### Rural areas
The arrangements are made for villages in the first place. Market towns have arrangements of their own.
`;

export const sharingReview = `
## Summary
Partners share information about people under an agreement signed three years ago. The agreement asks for a review each year. This year’s review found it sound, and proposes two changes.
## Recommendations
1. Agree the two changes set out below.
2. Ask each partner to sign the revised agreement within two months.
## Reasons for the recommendations
Both changes came from staff who use the agreement every week. Neither lets anybody see more than they need.
## Background
The agreement covers four purposes: keeping children safe, keeping adults safe, supporting people after a stay in hospital, and helping in emergencies. Between them partners shared information 1,140 times in the year. There were two complaints. Neither was upheld.
## The two changes
### A shorter form
The form for a single request goes from four pages to one. Staff told us that the long form made them slow to ask.
### Emergencies
In an emergency the duty officers of the district councils may see the welfare list for the villages concerned. Each look is recorded, and reviewed within a week.
## Options considered
Leaving the agreement as it is was considered. It is not recommended, because during the flood last February it took nine hours to find out who needed help.
## Consultation and what it changed
Staff of six partners answered questions, and two people whose information had been shared were interviewed. They asked to be told more plainly what is kept, so the leaflet has been rewritten.
## Implications
### Legal
The adviser to the County Council has read the revised agreement and is content.
### Financial
None, because the forms are made by partners’ own staff.
### Equality
The leaflet will be offered in large print and in easy words.
### Children, young people and safeguarding
The rules on keeping children safe stay as they are. They come before everything else in the agreement.
### Data protection
An assessment was made and is attached to the agreement. The risk that remains is low.
## Timetable and next steps
The clerk sends the revised agreement to partners within a week, and reports at the next meeting who has signed.
`;

export const youngVoice = `
## Summary
The young people’s forum met six times this year. It asks the board to listen in a different way: fewer surveys, more visits, and an answer each time.
## Recommendations
1. Agree that two board members visit the forum each term.
2. Agree that each paper for decision says what young people think, or why they were not asked.
3. Give the forum a written answer within a month of each request.
## Reasons for the recommendations
Young people will go on speaking up only if they see what comes of it.
## Background
The forum began two years ago with seven members. Rural Voice Westmere supports it.
## What young people told us
- “We fill in surveys and never hear what happened.”
- Travel comes first: to college, to work, and home again in the evening.
- Mental health support should be somewhere you can walk into without being seen by everyone in the village.
- Many would stay in the area if there were a home they could rent and a job that is not only for the summer.
## What the forum has done
Nineteen young people took part, from eleven villages. They tested the hub booking page, interviewed candidates for the post of youth worker, and wrote the survey on travel.
## Implications
### Financial
Travel and food for visits cost about £900 a year, within the budget of Rural Voice Westmere.
### Equality
Forum members are between 13 and 20. The forum wants more members who have left school, and more from farming families.
`;

export const broadband = `
## Summary
Nine homes in ten in the county can now get a fast connection. In the villages it is seven in ten. This paper says where the gaps are and what residents can do today.
## Recommendations
1. Note the position.
2. Ask parish councils to tell residents about the three ways of getting connected.
## Background
The board asked for this paper after residents told local groups that they could not book services online.
## Where the gaps are
| Area | Homes | Fast connection | Neither cable nor mobile signal |
| Aldermoor villages | 8,400 | 74% | 310 |
| Marrowdale | 2,150 | 52% | 205 |
| The Vale | 6,900 | 76% | 140 |
## Three ways of getting connected
1. A voucher for the cost of a new line, where at least eight neighbours ask together.
2. A mobile router lent by the hub for up to six months.
3. A satellite link, for which the County Council gives a grant to homes with neither cable nor signal.
## What it means for services
A service that can only be booked online leaves out about 650 homes. The board has agreed that each service it pays for must also answer the telephone.
## Implications
### Financial
None for the partnership. Grants come from the County Council’s own budget.
### Rural areas
This paper is the evidence for rural proofing of all services offered online.
`;

export const protocolReview = `
## Summary
The partnership’s protocol says how the board is made up, how it decides and what partners owe each other. It is reviewed each year. This year’s review proposes three changes.
## Recommendations
1. Agree the three changes.
2. Ask each partner to have them agreed by its own decision-making body within three months.
## Reasons for the recommendations
Each change answers something that went wrong in the year.
## Background
The protocol was signed by all nine partners. It asks for a review once a year.
## The three changes
| Now | Proposed | Why |
| A quorum of five | A quorum of six, with at least one member from a council and one from health | Decisions on health were twice taken with nobody from health present |
| Deputies named at each meeting | Each seat names one deputy for the year | Members want to know who speaks for whom |
| Papers sent five days before | Papers to partners 14 days before, and to the Chair seven clear working days before | Partners need time to comment before the Chair clears a paper |
## Consultation and what it changed
All twelve members answered. Ten agreed with all three changes. Two thought that 14 days would be hard to keep around Christmas; the clerk will send papers earlier in those weeks.
## Attendance
Each partner undertakes to come to at least half of the meetings and to send its named deputy to the others. Eleven of the twelve seats met this. The clerk has spoken to the twelfth.
## Implications
### Legal
The partnership is an unincorporated body. The protocol does not change any partner’s legal duties.
### Equality
Meetings stay in rooms with step-free access and a hearing loop.
`;

export const homesPipeline = `
## Summary
Sixty-eight homes for local people are in the pipeline, on nine sites. Thirty should be finished this year. This paper asks partners to help with the three sites that are stuck.
## Recommendations
1. Discuss what partners can do to free the three sites.
2. Ask both district councils to report completed homes in the same way.
## Where the sites stand
| Stage | Sites | Homes |
| Being built | 3 | 30 |
| Permission granted | 3 | 19 |
| Stuck | 3 | 19 |
## Why three sites are stuck
- **Tarnley Mill Field:** the drainage does not suffice. The water company will look at it again next quarter.
- **Crossbeck Yard:** the access crosses land whose owner cannot be found.
- **Long Penfold School House:** the cost of repairs has risen by a third.
## Who the homes are for
People on the districts’ lists with a tie to the parish come first: they live or work there, or grew up there. The average wait is three years and two months.
## Implications
### Financial
None at this stage. The district councils would bring any request for money in a paper of its own.
### Rural areas
Sites of fewer than ten homes are the only ones most villages can take. They cost more for each home, and national funding does not always allow for that.
`;

/** `year` is the financial year, as `2026/27`. */
export function contributions(year: string): string {
  return `
## Summary
Partners put money and staff time into the partnership’s work. This paper sets out what each has offered for ${year} and asks the board to agree how it is used.
## Recommendations
1. Agree the budget of £318,000 for ${year}.
2. Ask the Executive Group to report spending each quarter.
## Reasons for the recommendations
The budget meets the four priorities, and holds a little back.
## What partners have offered
| Partner | Money | Staff time |
| Westmere County Council | £120,000 | Clerk and support officer |
| Westmere Integrated Care Board | £85,000 | Two days a week |
| Aldermoor District Council | £40,000 | One day a week |
| Penfold Vale District Council | £35,000 | One day a week |
| Westmere Police | £18,000 | As needed |
| Fellside Community Health Trust | £15,000 | One day a week |
| Westmere Association of Parish Councils | £5,000 | As needed |
## How it would be used
- Village hubs: £212,000
- Small grants to parishes: £46,000
- Research and surveys: £24,000
- Meetings, printing and travel: £16,000
- Held back for what cannot be foreseen: £20,000
## Options considered
Each partner could instead pay for its own projects. That was how it was done until three years ago. Two villages then had two schemes for the same thing, and five had none.
## Implications
### Financial
The money is aligned, not pooled: each partner keeps it in its own accounts until it is spent.
### Legal
No partner is bound beyond ${year}.
`;
}

export const priorities = `
## Summary
The board chooses its priorities each year. After a workshop with all partners, four are proposed.
## Recommendations
1. Agree the four priorities.
2. Name one member of the board to lead on each.
## The four priorities
1. **Residents can reach services.** Nobody goes without care or advice because there is no bus.
2. **Village hubs are used.** Help is given in a place people can walk to or that is on their way.
3. **Young people stay local.** They can learn, work and travel without leaving the area.
4. **Homes are affordable.** Those who work in a village can live in it.
## How they were chosen
Forty-two people came to the workshop. They were given figures for each of eleven subjects and asked two questions: how many people does it touch, and can partners do more together than alone? These four came first on both.
## What was left out
Broadband and flooding came close. Both are already led by others, and the board will be told of progress once a year.
## How the board will know
Each priority has one measure, reported each quarter. The measures are in the performance report.
## Implications
### Financial
The priorities guide the budget, which comes to the next meeting.
### Equality
Each priority was tested for its effect on older people, disabled people, young people and carers.
`;
