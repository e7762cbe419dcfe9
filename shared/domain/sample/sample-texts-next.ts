/** Papers for the sample's next board meeting, in the outline of outline.ts. All of it is invented. */
import { withYear } from '#shared/kernel/civil-date.ts';
import type { SampleDates } from './sample-dates.ts';

export function actionLog({ previous, next }: SampleDates): string {
  return `
## Summary
This log lists the actions open after the meeting on ${withYear(previous)}. Seven actions were open. Three are done, three are on time and one is late.
## Recommendations
1. Note the three actions now closed.
2. Agree a new date for action 109, which is late.
## Actions
| No. | Action | Owner | Due | State |
| 104 | Publish the village hubs review on partner websites | Mo Okafor | Before this meeting | Done |
| 106 | Write to parish councils about a contact in each village | Joan Thirlby | Before this meeting | Done |
| 107 | Add young people’s travel to the transport pilot | Jo Penhaligon | Before this meeting | Done |
| 109 | Agree data fields for the shared welfare list | Yusuf Bell | Before this meeting | Late |
| 111 | Bring library hours back with rural proofing | Aled Fairclough | ${withYear(next)} | On time |
| 112 | Report the first month of the Tarnley outreach clinic | Imran Sadiq | Next meeting | On time |
| 113 | Review the partnership’s insurance | Colin Arkwell | Next meeting | On time |
## Reason for the late action
Action 109 waits for advice on data protection. The adviser’s first draft came back with two questions about people who live alone. The Integrated Care Board expects to answer them within three weeks.
## Timetable and next steps
Owners tell the partnership support officer of any change before the pack is sent.
`;
}

export function transportCase({ next }: SampleDates): string {
  return `
## Summary
Four in ten homes in the Marrowdale villages have no bus on weekdays. This paper makes the outline case for a twelve-month trial of a bookable minibus, run from the Tarnley and Sallow Bridge hubs. The trial would cost £186,000. Partners have offered £142,000 of it. The board is asked to approve the outline case, so that a full case can be prepared.
## Recommendations
The board is asked to:
1. approve the outline case for a twelve-month pilot of bookable transport in Marrowdale;
2. choose option B as the basis of the full case;
3. ask each partner to confirm its contribution in writing before the next meeting;
4. note that the pilot does not start until an equality impact assessment and rural proofing are complete.
## Reasons for the recommendations
Residents name transport as the service they most often go without. The hubs review showed that a third of people who missed a hub appointment could not get there. Option B reaches the most people for each pound, and can be stopped after six months if too few use it.
## Background
The last timetabled bus through Upper Marrowdale was withdrawn two years ago. Since then the community car scheme has carried about 60 people a week with eleven volunteer drivers. Four of them have told Rural Voice Westmere that they will stop within a year.
At its last meeting the board asked that young people’s travel to college be part of the case. Aldermoor College has counted 74 students who live more than three miles from a bus.
## Options considered
| Option | What it is | Cost for 12 months | Journeys a week |
| A | Do nothing beyond the volunteer scheme | £0 | 60, and falling |
| B | Two bookable minibuses, from two hubs | £186,000 | 410 |
| C | A timetabled bus on one fixed route | £241,000 | 280 |
| D | Taxi vouchers for people without a car | £129,000 | 150 |
Option A is not recommended because the volunteer scheme cannot be relied on beyond next year. Option C serves the main road well and the side valleys not at all. Option D is quick to start, but only two taxi firms work in the area and neither has a vehicle for wheelchairs.
## Consultation and what it changed
Rural Voice Westmere asked 612 households; 388 answered. Seven in ten would use a bookable bus at least once a month. People over 75 preferred to book by telephone, so booking by landline is now part of every option. The full answers are attached under item 5.2.
## Implications
### Financial
Partners have offered £142,000. The gap of £44,000 could be met from the rural services fund, for which bids close at the end of the quarter. No partner is committed by this paper.
### Legal
A bookable service must be registered as a flexible service. The County Council would hold the contract on behalf of the partners.
### Equality
The pilot is expected to help older people, disabled people and young people most. A full assessment is under way and comes to the board with the full case.
### Children, young people and safeguarding
Students could reach the college and be home by 6pm. Drivers are checked before they start, and nobody under 16 travels alone after dark.
### Rural areas
The service is designed for places without a bus. Rural proofing has looked at mobile signal: two of the nine villages have none, so booking must also work by landline.
### Risk
The main risks are too few drivers, and demand that is higher than two vehicles can meet. Both are in the risk register.
## Timetable and next steps
| Step | When |
| Outline case to the board | ${withYear(next)} |
| Partners confirm contributions | Within six weeks |
| Full case to the board | The meeting after |
| Service starts, if approved | Three months later |
## Background papers
- Village hubs: first-year review, taken at the last meeting
- Rural Voice Westmere: household survey of travel
`;
}

/** Added to the transport paper later, after the Executive Group had read it. */
export const transportQuestions = `
## Questions from the Executive Group
The Executive Group read this paper in draft and asked two questions.
**What happens to the volunteer drivers?** They keep their scheme. Bookings that a volunteer can take are passed on to them first, and their mileage is paid as now.
**Could the pilot end early?** Yes. The contract would have a break after six months. The board would decide on three figures: journeys a week, cost for each journey, and bookings refused.
`;

export function performanceReport({ quarter }: SampleDates): string {
  return `
## Summary
This report covers ${quarter.months}, quarter ${quarter.number} of ${quarter.year}. Of the four outcomes, one is on target, one is close to it and one is behind. For the fourth no figures were available.
## Recommendations
1. Discuss the fall in young people staying local, and what partners can do about it.
2. Note the progress on the other outcomes.
## Reasons for the recommendations
The protocol asks the board to look at outcomes each quarter. Only one of the four needs a discussion this time, so the paper asks for no more than that.
## Background
The board set one measure for each of its four priorities. Partners send their figures to Rural Voice Westmere within three weeks of the end of the quarter.
## The four outcomes
| Outcome | Measure | Target | Actual | Where we stand |
| Residents can reach services | Appointments kept at hubs | 85% | 81% | Amber |
| Village hubs are used | Visits in the quarter | 9,000 | 9,640 | Green |
| Young people stay local | 16 to 18s in learning or work nearby | 72% | 63% | Red |
| Homes are affordable | New homes for local people | 30 | Not yet known | No data |
## What lies behind the figures
### Residents can reach services
More appointments were kept than in the quarter before (78%), but fewer than planned. Missed appointments are highest in Marrowdale, where there is no weekday bus. Item 5 on this agenda addresses that.
### Village hubs are used
Visits rose for the third quarter running. The Tarnley hub had 1,310 more visits than a year ago, most of them to the new repair café and the outreach clinic.
### Young people stay local
The figure fell by four points. Aldermoor College closed its evening catering course for want of a tutor, and two employers took no apprentices this year. The college has advertised for a tutor and asks partners to offer placements.
### Homes are affordable
Both district councils changed how they count completed homes. Figures that can be compared will be ready for the next report.
## Consultation and what it changed
Each partner saw its own figures before they were put together. The district councils asked for time to agree how completed homes are counted, so no figure is given for those.
## Implications
### Financial
None, because the report asks for no spending.
### Legal
None, because nothing in the report changes what a partner must do by law.
### Equality
The fall in young people staying local is sharper for young women (six points) than for young men (two points). The young people’s forum will look into why.
### Children, young people and safeguarding
The outcome that is behind target is the one about young people. The forum will be told what the board says.
## Background papers
- Performance tables for the quarter, attached
`;
}

export function strategicRisks({ quarter }: SampleDates): string {
  return `
## Summary
Partners reviewed the ten strategic risks at the end of quarter ${quarter.number}. One has risen, two have fallen and seven are unchanged. Five lie above the level that the board said it would accept.
## Recommendations
1. Note the five risks above the accepted level and what is being done about each.
2. Say whether any risk should be looked at in depth at the next meeting.
## Reasons for the recommendations
The five risks named are those where partners can still change what happens.
## Background
The register holds ten strategic risks. Each has an owner, who looks at it once a quarter with the risk and assurance officer.
## Risks above the accepted level
| Ref. | Risk | Owner | Change |
| R03 | The bus operator withdraws a further route | Jo Penhaligon | Higher |
| R07 | A branch surgery closes before outreach has started | Naomi Fairhurst | Same |
| R09 | Partners cannot agree how to share information in time | Yusuf Bell | Same |
| R12 | Hub volunteers are too few to open five days a week | Sana Rahman | Lower |
| R14 | Flooding cuts off the Vale for more than a day | Lorna Keane | Same |
## What has changed
**R03 has risen.** The operator has told the County Council that it will review two evening routes. No decision is expected for at least three months.
**R12 has fallen.** Nineteen new volunteers have started in the last six months. Their training is paid for a year ahead.
## What partners are doing
- The County Council meets the operator each month and tells the Executive Group of any notice within two days.
- The Integrated Care Board will open the Tarnley outreach clinic before the Sallow Bridge surgery ends its branch hours.
- The police and both district councils rehearse the flood plan together twice a year.
## Implications
### Financial
None directly. If R03 happens, replacing both routes for a year would cost about £95,000.
### Risk
This paper is itself the review that the partnership’s protocol asks for each quarter.
`;
}

export const depotLease = `
## Summary
The partnership’s vehicles and salt store stand at the Harrow Lane depot. The lease ends in nine months. The owner has offered two sets of terms. This paper asks the board which of them its officers should pursue.
## Exempt information
It describes the business affairs of the owner and the terms the partnership would accept. If they were known, the partnership’s hand in the negotiation would be weaker and the public would pay more. The interest in keeping them private outweighs the interest in publishing them until the lease is signed.
## Recommendations
1. Ask officers to pursue terms 2.
2. Give the Director of communities, in agreement with the Chair, authority to sign if the rent stays within the limit in this paper.
3. Publish the decision and the rent once the lease is signed.
## Reasons for the recommendations
Terms 2 cost less in every year and can be ended after five. The rent is then known for the time that partners plan ahead.
## Background
Six vehicles are kept at the depot: two gritters of the County Council, and four vans that partners share. The site is the only one within ten miles that can hold a salt store. Moving would cost about £70,000 and leave the Vale without grit for part of a winter.
## The terms offered
| | Terms 1 | Terms 2 |
| Length | 3 years | 10 years, with a break after 5 |
| Rent in the first year | £24,500 | £21,000 |
| Rent reviews | Each year | In year 5 only |
| Repairs | Owner | Partnership, inside only |
## Consultation and what it changed
The four partners who keep vehicles at the depot were asked. The police wanted to be able to leave early, so the break after five years was asked for and offered. Nobody else was asked, because the terms are private.
## Implications
### Financial
Terms 2 cost £3,500 less in the first year. Repairs inside are put at £1,200 a year. The limit proposed for officers is £22,000.
### Legal
The County Council would sign as tenant, and share the cost with partners under the agreement on vehicles.
### Equality
None, because no service changes and no member of the public visits the site.
### Children, young people and safeguarding
None, because the site is not open to the public.
### Risk
A longer lease ties the partnership to the site. The break after five years limits this.
`;
