/** The risks of the sample's register, as they were found and as they went on. Nothing in them is real. */
import type { Adequacy, Proximity } from '#shared/domain/risks/values.ts';

export interface SampleControl {
  readonly text: string;
  readonly owner: string;
  readonly adequacy: Adequacy;
  readonly assuranceLine: number;
}

export interface SampleAction {
  readonly text: string;
  readonly responsible: string;
  readonly successFactors: string;
  /** Months after the first review at which it was due when it was agreed. */
  readonly due: number;
  /** Put off once by so many months. */
  readonly putOff?: { readonly months: number; readonly reason: string };
  /** Done in the months before this review: 2 or 3. */
  readonly doneBy?: 2 | 3;
  readonly outcome?: string;
}

export interface SampleRisk {
  readonly shortName: string;
  readonly cluster: string;
  readonly category: string;
  readonly objectives: ReadonlyArray<number>;
  readonly vulnerability: string;
  readonly trigger: string;
  readonly consequences: ReadonlyArray<string>;
  /** Name of one of the sample's people. */
  readonly owner: string;
  readonly proximity: Proximity;
  /** The cells at the first, second and third review: `null` while it was not on the register. */
  readonly cells: readonly [string | null, string | null, string | null];
  /** Why it stands where it stands, at each. */
  readonly reasons: readonly [string, string, string];
  readonly target: string;
  readonly controls: ReadonlyArray<SampleControl>;
  readonly actions: ReadonlyArray<SampleAction>;
  readonly isExempt?: true;
  /** Closed at the third review. */
  readonly closed?: { readonly note: string; readonly minute: string };
  /** Confirmed already in the review that is at work. */
  readonly isConfirmed?: true;
}

export const sampleObjectives: ReadonlyArray<string> = [
  'People can get to work, school and care without a car',
  'Homes that local people can afford',
  'Health care within reach of every parish',
  'Young people have a say and a future here',
];

export const sampleVision = 'A rural county in which where you live does not decide what you can reach.';
export const sampleMission =
  'To plan and pay for rural services together, and to show each year what has changed for people.';

export const sampleRisks: ReadonlyArray<SampleRisk> = [
  {
    shortName: 'Bus operator withdraws from valley routes',
    cluster: 'Getting about',
    category: 'Service delivery',
    objectives: [0, 3],
    vulnerability: 'Three valley routes rest on one operator whose contract may be ended at 70 days’ notice',
    trigger: 'The operator gives notice when its drivers’ pay is settled in the autumn',
    consequences: ['No bus to the college before ten', 'Carers cannot reach clients', 'Priority 1 missed'],
    owner: 'Jo Penhaligon',
    proximity: '3-12m',
    cells: ['C-II', 'C-II', 'B-II'],
    reasons: [
      'The operator has run late on two routes and says little.',
      'No news from the operator; nothing has changed.',
      'The operator told the county in writing that two routes lose money.',
    ],
    target: 'D-III',
    controls: [
      { text: 'Contract with penalties for late running', owner: 'County', adequacy: 'partial', assuranceLine: 1 },
      { text: 'Community minibus scheme', owner: 'Rural Voice Westmere', adequacy: 'inadequate', assuranceLine: 0 },
    ],
    actions: [
      {
        text: 'Agree a shared retainer with the two districts for the valley routes',
        responsible: 'Colin Arkwell',
        successFactors: 'Signed by all three councils before the operator’s notice date',
        due: 9,
      },
    ],
  },
  {
    shortName: 'Grant for village hubs not renewed',
    cluster: 'Money',
    category: 'Financial',
    objectives: [2],
    vulnerability: 'Eleven village hubs are paid from a national grant that ends next March',
    trigger: 'The grant is not renewed in the autumn statement',
    consequences: ['Hubs close within weeks', 'Surgeries held there lose their room', 'Volunteers drift away'],
    owner: 'Sana Rahman',
    proximity: '3-12m',
    cells: ['B-II', 'B-II', 'B-II'],
    reasons: [
      'The department will say nothing before the autumn.',
      'Still no word.',
      'Still no word; March comes nearer.',
    ],
    target: 'D-III',
    controls: [
      { text: 'Reserve of four months’ rent', owner: 'Rural Voice Westmere', adequacy: 'partial', assuranceLine: 2 },
    ],
    actions: [
      {
        text: 'Ask the parishes for a share of the rents from April',
        responsible: 'Joan Thirlby',
        successFactors: 'Half of the parishes pledge in writing',
        due: 4,
        putOff: { months: 1, reason: 'The parishes’ assembly was put off by a month.' },
      },
    ],
    isConfirmed: true,
  },
  {
    shortName: 'Branch surgery closes before the outreach service starts',
    cluster: 'Health within reach',
    category: 'Service delivery',
    objectives: [2],
    vulnerability: 'The branch surgery’s lease ends in March, and the outreach van is not ordered',
    trigger: 'The van is delivered late, or the lease cannot be extended by three months',
    consequences: ['1,900 patients travel 14 miles', 'Missed appointments rise', 'Loss of trust in the partnership'],
    owner: 'Naomi Fairhurst',
    proximity: '3-12m',
    cells: ['C-I', 'D-I', 'D-I'],
    reasons: [
      'No van, no extension, and no plan for the gap.',
      'The landlord has agreed to three more months in principle.',
      'The extension is not signed yet.',
    ],
    target: 'E-II',
    controls: [
      { text: 'Lease kept under review by the estates group', owner: 'ICB', adequacy: 'adequate', assuranceLine: 2 },
    ],
    actions: [
      {
        text: 'Order the outreach van',
        responsible: 'Yusuf Bell',
        successFactors: 'Delivered and equipped a month before the lease ends',
        due: 2,
        doneBy: 2,
        outcome: 'Ordered; the builder promises delivery in February.',
      },
      {
        text: 'Sign the three months’ extension of the lease',
        responsible: 'Naomi Fairhurst',
        successFactors: 'Signed by both sides',
        due: 8,
      },
    ],
    isConfirmed: true,
  },
  {
    shortName: 'Personal data shared without an agreement',
    cluster: 'Working together',
    category: 'Information',
    objectives: [1, 2],
    vulnerability: 'Partners pass names of households in need by e-mail, each by its own rules',
    trigger: 'A list goes to the wrong address',
    consequences: ['Harm to a household', 'A fine', 'Partners stop sharing what helps people'],
    owner: 'Dana Whitlock',
    proximity: 'now',
    cells: ['B-III', 'C-III', 'D-III'],
    reasons: [
      'Two near misses in the spring.',
      'The agreement is drafted, and officers have been told what to do meanwhile.',
      'All partners have signed; one audit is to come.',
    ],
    target: 'D-III',
    controls: [
      { text: 'Information sharing agreement', owner: 'County', adequacy: 'adequate', assuranceLine: 2 },
      { text: 'Secure mail between partners', owner: 'County', adequacy: 'adequate', assuranceLine: 1 },
    ],
    actions: [
      {
        text: 'Sign the information sharing agreement',
        responsible: 'Dana Whitlock',
        successFactors: 'Signed by every partner',
        due: 5,
        doneBy: 3,
        outcome: 'Signed by all nine partners.',
      },
    ],
    isConfirmed: true,
  },
  {
    shortName: 'Partnership cannot meet its quorum',
    cluster: 'Working together',
    category: 'Governance',
    objectives: [0, 1, 2, 3],
    vulnerability: 'Five seats have no named deputy, and two members retire in the winter',
    trigger: 'Four members are away from one meeting',
    consequences: ['Decisions wait a quarter', 'Money is not released in time'],
    owner: 'Helen Marsh',
    proximity: '<3m',
    cells: ['C-III', 'D-III', 'D-III'],
    reasons: [
      'The spring meeting was quorate by one.',
      'Three deputies were named in the summer.',
      'Every seat has a deputy now.',
    ],
    target: 'D-III',
    controls: [
      { text: 'Named deputies for every seat', owner: 'Clerk', adequacy: 'adequate', assuranceLine: 1 },
      { text: 'Dates agreed a year ahead', owner: 'Clerk', adequacy: 'adequate', assuranceLine: 1 },
    ],
    actions: [
      {
        text: 'Name a deputy for each of the five seats without one',
        responsible: 'Helen Marsh',
        successFactors: 'Every seat has a deputy who knows that they are one',
        due: 2,
        doneBy: 2,
        outcome: 'All five are named.',
      },
    ],
    closed: {
      note: 'At its target for two reviews; every seat has a named deputy, and three meetings in a row were quorate.',
      minute: 'Minute 47',
    },
  },
  {
    shortName: 'Flooding cuts off the low fell in winter',
    cluster: 'Getting about',
    category: 'Environment',
    objectives: [0, 2],
    vulnerability: 'One road serves four villages, and it lies below the beck for half a mile',
    trigger: 'Two days of heavy rain on sodden ground',
    consequences: ['Villages cut off for days', 'Home care does not arrive', 'Schools close'],
    owner: 'Lorna Keane',
    proximity: '<3m',
    cells: [null, 'C-II', 'C-II'],
    reasons: ['', 'Raised by the parishes after the May floods.', 'The works have not begun.'],
    target: 'D-III',
    controls: [{ text: 'Flood wardens in each village', owner: 'Parishes', adequacy: 'partial', assuranceLine: 0 }],
    actions: [
      {
        text: 'Agree a refuge and a store of medicines on the far side of the beck',
        responsible: 'Imran Sadiq',
        successFactors: 'Open before the first of December',
        due: 7,
      },
    ],
  },
  {
    shortName: 'Tender for the outreach service is challenged',
    cluster: 'Health within reach',
    category: 'Legal',
    objectives: [2],
    vulnerability: 'Only two providers bid, and one has asked how the marks were given',
    trigger: 'The losing bidder goes to court within thirty days',
    consequences: ['The start slips by half a year', 'Legal costs', 'The grant for the first year lapses'],
    owner: 'Priya Nandakumar',
    proximity: 'now',
    cells: [null, null, 'C-III'],
    reasons: ['', '', 'A letter before action has come.'],
    target: 'E-III',
    controls: [
      { text: 'Marks moderated by an outside officer', owner: 'County', adequacy: 'adequate', assuranceLine: 3 },
    ],
    actions: [
      {
        text: 'Answer the letter with counsel’s advice',
        responsible: 'Priya Nandakumar',
        successFactors: 'Answered within fourteen days',
        due: 7,
      },
    ],
    isExempt: true,
  },
];
