/** An invented partnership's register at three reviews of 2026: March, June (the one before) and September (the one now). */
import { storm } from '#shared/domain/rating/presets.ts';
import type {
  Control,
  Rating,
  RiskAction,
  SchemeVersion,
  Snapshot,
  SnapshotRisk,
} from '#shared/domain/risk-reviews/snapshot.ts';
import { civilDate, type CivilDate } from '#shared/kernel/civil-date.ts';

export const scheme: SchemeVersion = { ...storm, id: 'storm-1', mapping: null };

const day = civilDate;
export const march: CivilDate = day('2026-03-31');
export const june: CivilDate = day('2026-06-30');
export const september: CivilDate = day('2026-09-30');

/** `C-II`, rated on a day. The rating's id says both, so that a new rating has a new id. */
export function rating(code: string, ratedOn: CivilDate, rationale = 'Agreed round the table.'): Rating {
  const [likelihood = '', impact = ''] = code.split('-');
  const id = `rating-${code.toLowerCase()}-${ratedOn}`;
  return { id, likelihood, impact, ratedOn, method: 'consensus', confidence: 'medium', rationale };
}

export function control(id: string, text: string, adequacy: Control['adequacy'], assuranceLine = 1): Control {
  return { id, text, owner: 'Partnership', adequacy, assuranceLine, lastAssuredOn: null, evidence: '' };
}

export function action(ref: string, values: Partial<RiskAction> = {}): RiskAction {
  const dueOn = values.dueOn ?? day('2026-12-31');
  return {
    id: `action-${ref.replace('.', '-')}`,
    ref,
    text: `Action ${ref}`,
    responsible: { personId: 'p-lead', name: 'Ines Calder', role: 'Joint commissioning lead' },
    successFactors: '',
    kpi: '',
    reviewFrequency: 'quarterly',
    keyDates: [],
    startOn: null,
    dueOn,
    originalDueOn: dueOn,
    dueChanges: [],
    status: 'inProgress',
    completedOn: null,
    outcome: '',
    ...values,
  };
}

export function risk(number: number, values: Partial<SnapshotRisk> = {}): SnapshotRisk {
  return {
    id: `risk-${number}`,
    number,
    shortName: `Scenario number ${number}`,
    cluster: '',
    category: '',
    objectives: [],
    vulnerability: 'Half of the posts are paid from money that ends next March',
    trigger: 'A partner gives notice before the new year begins',
    consequences: ['Families wait longer'],
    owner: { personId: 'p-manager', name: 'Tomas Hale', role: 'Partnership manager' },
    identifiedOn: day('2025-11-03'),
    proximity: '3-12m',
    response: 'treat',
    targetOn: null,
    publication: 'public',
    status: 'open',
    closure: null,
    inherent: null,
    current: null,
    target: null,
    controls: [],
    actions: [],
    tolerances: [],
    escalations: [],
    review: null,
    ...values,
  };
}

export function reviewed(on: CivilDate, decision: 'keep' | 'rescore' | 'close' = 'keep'): SnapshotRisk['review'] {
  return { stillValid: true, commentary: '', reviewedBy: 'Tomas Hale', reviewedOn: on, decision };
}

export function snapshot(
  asAt: CivilDate,
  risks: ReadonlyArray<SnapshotRisk>,
  values: Partial<Snapshot> = {},
): Snapshot {
  return {
    format: 1,
    reviewId: `review-${asAt}`,
    type: 'quarterly',
    label: asAt,
    asAt,
    supersedes: null,
    register: {
      id: 'register',
      bodyName: 'Fellwater Children’s Partnership',
      name: 'Risk register',
      prompt: 'What might stop or impede the Partnership from achieving its Vision and Mission?',
      vision: 'Every child in Fellwater is safe and heard.',
      mission: 'To plan and pay for help together.',
      horizonMonths: 36,
      reviewIntervalMonths: 3,
      closureRunLength: 2,
    },
    scheme,
    risks,
    decisions: '',
    ...values,
  };
}

const commissioningPartner = risk(1, {
  shortName: 'Joint commissioning partner withdraws',
  cluster: 'Resources',
  category: 'Financial',
  objectives: ['Early help'],
  vulnerability:
    'Pooled early-help budget rests on annual voluntary contributions from four partners with separate deficits',
  trigger: 'One partner gives notice in its in-year savings round',
  consequences: [
    'Contracts cut mid-year',
    'Families wait longer',
    'Remaining partners dispute shares',
    'Priority 2 missed',
  ],
  owner: { personId: 'p-director', name: 'Marian Okell', role: 'Director, health commissioner' },
  current: rating('C-II', march),
  target: rating('D-III', march),
  targetOn: day('2027-03-31'),
  controls: [
    control('c-agreement', 'Partnership agreement', 'partial'),
    control('c-finance', 'Finance sub-group', 'adequate'),
  ],
  actions: [
    action('1.1', {
      text: 'Three-year contributions memorandum',
      successFactors: 'All four signed',
      dueOn: day('2026-11-30'),
    }),
  ],
  review: reviewed(june),
});

const training = action('2.1', {
  text: 'Train front-line staff in the sharing protocol',
  dueOn: day('2026-09-15'),
  responsible: { personId: 'p-safe', name: 'Ruth Anand', role: 'Safeguarding business lead' },
});

const consent = action('2.2', { text: 'Adopt the common consent form', dueOn: day('2026-12-31') });

const information = risk(2, {
  shortName: 'Safeguarding information not shared in time',
  cluster: 'Safeguarding',
  category: 'Information',
  objectives: ['Stay safe'],
  vulnerability: 'Five case systems, inconsistent consent practice',
  trigger: 'A concern known to two agencies is not joined before a child is seriously harmed',
  consequences: ['Harm to child', 'Statutory review', 'Loss of public trust', 'Staff morale falls'],
  owner: { personId: 'p-safe', name: 'Ruth Anand', role: 'Safeguarding business lead' },
  proximity: 'now',
  current: rating('C-I', march),
  target: rating('E-I', march),
  controls: [
    control('c-protocol', 'Sharing protocol', 'adequate'),
    control('c-audit', 'Multi-agency audit', 'adequate', 2),
  ],
  actions: [training, consent],
  review: reviewed(june),
});

const workforce = risk(3, {
  shortName: 'Specialist workforce gap',
  cluster: 'People',
  category: 'People',
  objectives: ['All'],
  vulnerability: 'Rural posts, national shortage of therapists and social workers',
  trigger: 'Two key leads leave in one quarter',
  consequences: ['Caseloads rise', 'Assessments late', 'Inspection criticism'],
  owner: { personId: 'p-work', name: 'Neil Farraday', role: 'Head of children’s workforce' },
  proximity: 'now',
  current: rating('B-II', march),
  target: rating('D-III', march),
  controls: [control('c-exit', 'Exit interviews', 'inadequate'), control('c-agency', 'Agency framework', 'partial')],
  actions: [
    action('3.1', {
      text: 'Shared recruitment campaign',
      dueOn: day('2026-07-31'),
      originalDueOn: day('2026-05-29'),
      dueChanges: [
        {
          from: day('2026-05-29'),
          to: day('2026-07-31'),
          reason: 'Partners’ budgets agreed late',
          on: day('2026-05-20'),
        },
      ],
    }),
  ],
  review: reviewed(june),
});

const committees = risk(4, {
  shortName: 'Local committees not engaging schools and early-years settings',
  cluster: 'Partnership',
  category: 'Governance',
  objectives: ['Participation'],
  vulnerability: 'No head-teacher seat on two local committees',
  trigger: 'Reorganised meeting calendar clashes with term dates',
  consequences: ['Plans ignore local need', 'Duplicated offers'],
  owner: { personId: 'p-local', name: 'Bryony Tate', role: 'Local committee officer' },
  proximity: 'unknown',
  current: rating('D-III', march),
  target: rating('D-III', march),
  controls: [control('c-seats', 'Two head-teacher seats, term-date rule', 'adequate')],
  review: reviewed(june),
});

const membership = risk(5, {
  shortName: 'Organisational reform unsettles membership',
  cluster: 'Governance',
  category: 'Governance',
  objectives: ['All'],
  vulnerability: 'Partners are restructuring simultaneously; terms of reference name posts, not functions',
  trigger: 'Several voting members’ posts disappear between meetings',
  consequences: ['Inquorate board', 'Decisions delayed', 'Memory lost'],
  identifiedOn: day('2026-08-12'),
  current: rating('C-III', september),
  target: rating('D-III', september),
  controls: [control('c-deputies', 'Named deputies for half the posts', 'partial')],
  actions: [
    action('5.1', {
      text: 'Rewrite membership by function and name deputies',
      successFactors: 'Quorate all four meetings',
      dueOn: day('2026-12-15'),
    }),
  ],
  review: reviewed(september),
});

export const marchReview: Snapshot = snapshot(
  march,
  [commissioningPartner, information, workforce, committees].map((one) => ({ ...one, review: reviewed(march) })),
  { label: '2025/26 Q4' },
);

export const juneReview: Snapshot = snapshot(june, [commissioningPartner, information, workforce, committees], {
  label: '2026/27 Q1',
});

export const septemberReview: Snapshot = snapshot(
  september,
  [
    { ...commissioningPartner, current: rating('B-II', september), review: reviewed(september, 'rescore') },
    {
      ...information,
      current: rating('D-I', september),
      actions: [{ ...training, status: 'complete', completedOn: day('2026-09-11'), outcome: '92% reached' }, consent],
      review: reviewed(september, 'rescore'),
    },
    { ...workforce, review: reviewed(september) },
    {
      ...committees,
      status: 'closed',
      closure: {
        on: september,
        reason: 'managed',
        note: 'Both seats are filled and meetings keep to term dates.',
        minuteRef: '41/26',
        mergedIntoId: null,
      },
      review: reviewed(september, 'close'),
    },
    membership,
  ],
  { label: '2026/27 Q2' },
);
