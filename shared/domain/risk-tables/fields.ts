/**
 * What a column of a council's own register may hold, and by which headings it is known.
 *
 * The headings are those that registers in use bear: combined from published registers of councils and partnerships, and from what
 * risk programs write when they export. A heading decides nothing: the officer sees the match and changes it.
 */
export const riskFields = [
  'id',
  'number',
  'shortName',
  'description',
  'vulnerability',
  'trigger',
  'consequences',
  'category',
  'cluster',
  'owner',
  'inherent',
  'inherentLikelihood',
  'inherentImpact',
  'current',
  'likelihood',
  'impact',
  'rationale',
  'target',
  'targetLikelihood',
  'targetImpact',
  'targetOn',
  'response',
  'proximity',
  'publication',
  'identifiedOn',
  'status',
  'controls',
  'actions',
  'actionOwner',
  'actionDue',
] as const;
export type RiskField = (typeof riskFields)[number];

export const fieldWords: Readonly<Record<RiskField, string>> = {
  id: 'Packhorse id',
  number: 'Number',
  shortName: 'Short name',
  description: 'Description (into the vulnerability where that is empty)',
  vulnerability: 'Vulnerability',
  trigger: 'Trigger',
  consequences: 'Consequences',
  category: 'Category',
  cluster: 'Cluster',
  owner: 'Owner',
  inherent: 'Inherent cell',
  inherentLikelihood: 'Inherent likelihood',
  inherentImpact: 'Inherent impact',
  current: 'Current cell',
  likelihood: 'Likelihood',
  impact: 'Impact',
  rationale: 'Reason',
  target: 'Target cell',
  targetLikelihood: 'Target likelihood',
  targetImpact: 'Target impact',
  targetOn: 'Target date',
  response: 'Response',
  proximity: 'Proximity',
  publication: 'Publication',
  identifiedOn: 'Identified on',
  status: 'Status',
  controls: 'Controls in place',
  actions: 'Required actions',
  actionOwner: 'Responsible for the action',
  actionDue: 'Due date of the action',
};

const known: Readonly<Record<RiskField, ReadonlyArray<string>>> = {
  id: ['packhorse id'],
  number: ['no', 'number', 'risk no', 'risk number', 'ref', 'risk ref', 'reference', 'risk reference', 'risk id', 'id'],
  shortName: [
    'short name',
    'risk',
    'risk title',
    'risk name',
    'title',
    'name',
    'short description',
    'headline risk',
    'risk area',
  ],
  description: ['description', 'risk description', 'description of risk', 'risk statement', 'risk details', 'details'],
  vulnerability: [
    'vulnerability',
    'cause',
    'causes',
    'risk cause',
    'root cause',
    'source',
    'background',
    'context',
    'because of',
  ],
  trigger: ['trigger', 'event', 'risk event', 'risk driver', 'what could happen', 'what might happen', 'threat'],
  consequences: [
    'consequences',
    'consequence',
    'effect',
    'effects',
    'risk effect',
    'impact description',
    'potential impact',
    'result',
    'leading to',
  ],
  category: ['category', 'risk category', 'type', 'risk type', 'theme type'],
  cluster: ['cluster', 'theme', 'group', 'risk group', 'priority', 'objective'],
  owner: ['owner', 'risk owner', 'lead', 'lead officer', 'responsible officer', 'accountable officer', 'assigned to'],
  inherent: [
    'inherent',
    'inherent rating',
    'inherent risk',
    'gross risk',
    'gross rating',
    'initial rating',
    'initial risk',
  ],
  inherentLikelihood: ['inherent likelihood', 'gross likelihood', 'initial likelihood', 'inherent probability'],
  inherentImpact: ['inherent impact', 'gross impact', 'initial impact', 'inherent severity'],
  current: [
    'current',
    'current rating',
    'current risk',
    'rating',
    'risk rating',
    'residual risk',
    'residual rating',
    'net risk',
    'cell',
  ],
  likelihood: [
    'likelihood',
    'l',
    'probability',
    'current likelihood',
    'residual likelihood',
    'net likelihood',
    'likelihood score',
  ],
  impact: ['impact', 'i', 'severity', 'current impact', 'residual impact', 'net impact', 'impact score'],
  rationale: [
    'reason',
    'rationale',
    'comment',
    'comments',
    'commentary',
    'update',
    'latest update',
    'notes',
    'progress',
  ],
  target: ['target', 'target rating', 'target risk', 'target cell', 'target score'],
  targetLikelihood: ['target likelihood', 'target probability'],
  targetImpact: ['target impact', 'target severity'],
  targetOn: ['target date', 'date for target'],
  response: ['response', 'treatment', 'treatment strategy', 'risk response', 'strategy', 'risk treatment'],
  proximity: ['proximity', 'timescale', 'when'],
  publication: ['publication', 'exempt', 'confidential', 'public or exempt'],
  identifiedOn: ['identified on', 'date identified', 'date raised', 'date added', 'opened', 'date opened', 'raised on'],
  status: ['status', 'risk status', 'state', 'open or closed'],
  controls: [
    'controls',
    'control',
    'existing controls',
    'current controls',
    'controls in place',
    'internal controls',
    'action controls already in place',
    'mitigation in place',
    'linked controls',
    'existing control measures',
  ],
  actions: [
    'actions',
    'action',
    'required actions',
    'required management action control',
    'mitigating actions',
    'mitigation actions',
    'mitigation action',
    'mitigation',
    'further action',
    'further actions',
    'further actions required',
    'planned actions',
    'planned controls',
    'action plan',
    'treatment plan',
  ],
  actionOwner: ['action owner', 'responsibility for action', 'responsible for action', 'action lead', 'by whom'],
  actionDue: [
    'action due',
    'due date',
    'due',
    'action date',
    'key dates',
    'by when',
    'deadline',
    'completion date',
    'target completion date',
  ],
};

const fieldByHeading: ReadonlyMap<string, RiskField> = new Map(
  riskFields.flatMap((field) => known[field].map((heading) => [heading, field] as const)),
);

/** A heading without brackets, marks and doubled spaces: `Likelihood (1-5)` is `likelihood`. */
export function bareHeading(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Which field each column holds, `null` where its heading says nothing known. No field is given to two columns. */
export function matchHeadings(headings: ReadonlyArray<string>): ReadonlyArray<RiskField | null> {
  const taken = new Set<RiskField>();
  return headings.map((heading) => {
    const field = fieldByHeading.get(bareHeading(heading)) ?? null;
    if (field === null || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
}

/** How far down a sheet its headings are looked for: titles, dates and legends often stand above them. */
const deepestHeader = 40;

/** The row whose cells are headings, counted from 0; `null` where none holds two that are known. */
export function headerRowOf(rows: ReadonlyArray<ReadonlyArray<string>>): number | null {
  let best: { readonly at: number; readonly count: number } | null = null;
  for (const [at, row] of rows.slice(0, deepestHeader).entries()) {
    const count = matchHeadings(row).filter((field) => field !== null).length;
    if (count >= 2 && count > (best?.count ?? 0)) best = { at, count };
  }
  return best?.at ?? null;
}
