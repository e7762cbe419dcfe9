/** Minutes of the sample's past meetings, in the outline of outline.ts. All of it is invented. */
import { withYear, type CivilDate } from '#shared/kernel/civil-date.ts';

interface Decided {
  readonly title: string;
  readonly decision: string;
  readonly reasons: string;
}

function minutes(
  date: CivilDate,
  present: string,
  apologies: string,
  interests: string,
  items: ReadonlyArray<Decided>,
): string {
  const told = items.map(
    ({ title, decision, reasons }, index) =>
      `## ${index + 4}. ${title}\n**Decision:** ${decision}\n**Reasons:** ${reasons}`,
  );
  return [
    `Minutes of the meeting of the Partnership Board held on ${withYear(date)} at 10am in the Council Chamber, Westmere.`,
    '## 1. Who was there',
    `Present: ${present}`,
    apologies,
    'The board was quorate throughout.',
    '## 2. Declarations of interest',
    interests,
    '## 3. Minutes of the last meeting',
    'The minutes of the last meeting were agreed as a true record and signed by the Chair.',
    ...told,
    '## Close',
    'The meeting ended at 12:20pm.',
  ].join('\n');
}

/** Minutes of the first four meetings of the sample, by their place among the board's dates. */
export function minutesOf(index: number, date: CivilDate): string {
  switch (index) {
    case 0:
      return minutes(
        date,
        'Ruth Tideswell (Chair), Edwin Pargeter, Priya Nandakumar, Gareth Lowther, Sheila Brant, Naomi Fairhurst, Lorna Keane, Sana Rahman, Ellie Dunmore and Tom Akande. In attendance: Helen Marsh (clerk).',
        'Apologies came from Imran Sadiq (Karen Whitby attended as deputy) and Fiona Garrity.',
        'None.',
        [
          {
            title: 'Priorities for the year',
            decision: 'The board agreed the four priorities. A member was named to lead on each.',
            reasons: 'They touch the most people, and partners can do more about them together than alone.',
          },
        ],
      );
    case 1:
      return minutes(
        date,
        'Ruth Tideswell (Chair), Edwin Pargeter, Priya Nandakumar, Bea Hollins (deputy for Gareth Lowther), Sheila Brant, Naomi Fairhurst, Imran Sadiq, Lorna Keane, Sana Rahman, Fiona Garrity and Tom Akande. In attendance: Helen Marsh (clerk).',
        'Apologies came from Gareth Lowther and Ellie Dunmore.',
        'Tom Akande declared that he is a trustee of a housing charity with a site in the pipeline. The Chair ruled that he might stay and speak.',
        [
          {
            title: 'Affordable homes for local people',
            decision: 'The board asked both district councils to report completed homes in the same way.',
            reasons: 'Without figures that can be compared, the board cannot tell whether it is meeting its aim.',
          },
          {
            title: 'Budget and partners’ contributions',
            decision: 'The budget of £318,000 was agreed.',
            reasons: 'It meets the four priorities and holds back a sum for what cannot be foreseen.',
          },
        ],
      );
    case 2:
      return minutes(
        date,
        'Ruth Tideswell (Chair), Joan Thirlby (deputy for Edwin Pargeter), Priya Nandakumar, Gareth Lowther, Owen Castell (deputy for Sheila Brant), Yusuf Bell (deputy for Naomi Fairhurst), Imran Sadiq, Sana Rahman, Ellie Dunmore and Tom Akande. In attendance: Helen Marsh (clerk).',
        'Apologies came from Edwin Pargeter, Sheila Brant, Naomi Fairhurst and Lorna Keane.',
        'None.',
        [
          {
            title: 'How we listen to young people',
            decision:
              'Two members of the board will visit the forum each term. Papers for decision will say what young people think.',
            reasons: 'Young people had answered three surveys in a year and heard nothing back.',
          },
          {
            title: 'Rural broadband',
            decision: 'The position was noted.',
            reasons: 'The work is led by the County Council; the board wished to know where the gaps are.',
          },
          {
            title: 'Yearly review of the protocol',
            decision: 'The three changes were agreed, subject to each partner’s own decision-making body.',
            reasons:
              'Decisions on health should not be taken with nobody from health present, and partners need time to comment.',
          },
        ],
      );
    default:
      return minutes(
        date,
        'Ruth Tideswell (Chair), Edwin Pargeter, Priya Nandakumar, Gareth Lowther, Sheila Brant, Naomi Fairhurst, Imran Sadiq, Lorna Keane, Martin Eaves (deputy for Sana Rahman), Ellie Dunmore, Fiona Garrity and Petra Lyle (deputy for Tom Akande). In attendance: Helen Marsh (clerk), Aled Fairclough and Jo Penhaligon.',
        'Apologies came from Sana Rahman and Tom Akande.',
        'Martin Eaves declared that Rural Voice Westmere employs the hub coordinators. The Chair ruled that he might speak but not vote on item 4.',
        [
          {
            title: 'Village hubs: first-year review',
            decision: 'The five hubs stay open for two further years, and a site is to be found for a sixth.',
            reasons:
              'Each visit cost little more than half of what the same help costs in a town. Two smaller hubs serve villages that nothing else reaches.',
          },
          {
            title: 'Readiness for bad weather',
            decision: 'The arrangements were noted. Parish councils will be asked to name one person in each village.',
            reasons: 'In the last storm it took too long to learn who could open a hall.',
          },
          {
            title: 'Sharing information: yearly review',
            decision: 'The two changes to the agreement were agreed. Partners will sign within two months.',
            reasons:
              'The long form made staff slow to ask, and in the flood last February it took nine hours to find out who needed help.',
          },
          {
            title: 'Library hours',
            decision: 'Put off to the next meeting.',
            reasons: 'The paper did not yet say what the change would mean for villages.',
          },
        ],
      );
  }
}
