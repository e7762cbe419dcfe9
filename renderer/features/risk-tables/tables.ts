/** What leaves the register for a spreadsheet: its sheets, each with headings and values. */
import { cellCode, cellName, type Cell } from '#shared/domain/rating/scheme.ts';
import { compareSnapshots } from '#shared/domain/risk-reviews/comparison.ts';
import { dueOnAt, isLive, overdueDays, slips } from '#shared/domain/risk-reviews/as-at.ts';
import type { FrozenReview } from '#shared/domain/risk-reviews/frozen-review.ts';
import type { Snapshot } from '#shared/domain/risk-reviews/snapshot.ts';
import { personInWords } from '#shared/domain/risks/risk.ts';
import {
  actionStatusWords,
  adequacyWords,
  assuranceWords,
  bandWords,
  closureWords,
  frequencyWords,
  proximityWords,
  publicationWords,
  responseWords,
  statusWords,
} from '#shared/domain/risks/words.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';

export type Value = string | number | { readonly day: CivilDate } | null;

export interface TableSheet {
  readonly name: string;
  readonly headings: ReadonlyArray<string>;
  /** In characters, for each heading. */
  readonly widths: ReadonlyArray<number>;
  readonly rows: ReadonlyArray<ReadonlyArray<Value>>;
}

function day(value: CivilDate | null): Value {
  return value === null ? null : { day: value };
}

function code(cell: Cell | null): Value {
  return cell === null ? null : cellCode(cell);
}

/**
 * @param frozen every frozen review, the earliest first
 * @param last the last one that stands, in full; `null` where there is none, or it is not here
 */
export function sheetsOf(
  now: Snapshot,
  frozen: ReadonlyArray<FrozenReview>,
  last: Snapshot | null,
): ReadonlyArray<TableSheet> {
  return [
    methodSheet(now),
    risksSheet(now),
    actionsSheet(now),
    controlsSheet(now),
    historySheet(now, frozen),
    matrixSheet(now),
    ...(last === null ? [] : [changesSheet(last, now)]),
  ];
}

function methodSheet({ register, scheme, asAt }: Snapshot): TableSheet {
  return {
    name: 'Method and scales',
    headings: ['What', 'Code', 'Label', 'Description'],
    widths: [22, 8, 24, 80],
    rows: [
      ['Register', null, register.name, null],
      ['Body', null, register.bodyName, null],
      ['As at', null, day(asAt), null],
      ['Question', null, null, register.prompt],
      ['Vision', null, null, register.vision],
      ['Mission', null, null, register.mission],
      ['Scheme', null, scheme.name, null],
      ...scheme.likelihood.map((level): Value[] => ['Likelihood', level.code, level.label, level.description]),
      ...scheme.impact.map((level): Value[] => ['Impact', level.code, level.label, level.description]),
      ...scheme.cells.map((cell): Value[] => [
        'Cell',
        cellCode(cell),
        `${bandWords[cell.band]}, ${cell.above ? 'above the line' : 'below the line'}`,
        cellName(scheme, cell),
      ]),
    ],
  };
}

/** Headings by which an import knows its own columns again. */
export function risksSheet({ risks }: Snapshot): TableSheet {
  return {
    name: 'Risks',
    headings: [
      'Number',
      'Short name',
      'Cluster',
      'Category',
      'Vulnerability',
      'Trigger',
      'Consequences',
      'Owner',
      'Owner’s role',
      'Inherent',
      'Current',
      'Target',
      'Reason',
      'Target date',
      'Response',
      'Proximity',
      'Publication',
      'Status',
      'Identified on',
      'Objectives',
      'Closed on',
      'Closed because',
      'Packhorse id',
    ],
    widths: [8, 36, 18, 16, 48, 40, 48, 20, 24, 9, 9, 9, 36, 12, 11, 16, 11, 11, 13, 36, 12, 32, 38],
    rows: risks.map((risk) => [
      risk.number,
      risk.shortName,
      risk.cluster,
      risk.category,
      risk.vulnerability,
      risk.trigger,
      risk.consequences.join('\n'),
      risk.owner?.name ?? null,
      risk.owner?.role ?? null,
      code(risk.inherent),
      code(risk.current),
      code(risk.target),
      risk.current?.rationale ?? null,
      day(risk.targetOn),
      responseWords[risk.response],
      proximityWords[risk.proximity],
      publicationWords[risk.publication],
      statusWords[risk.status],
      day(risk.identifiedOn),
      risk.objectives.join('; '),
      day(risk.closure?.on ?? null),
      risk.closure === null ? null : `${closureWords[risk.closure.reason]}: ${risk.closure.note}`,
      risk.id,
    ]),
  };
}

function actionsSheet({ risks, asAt }: Snapshot): TableSheet {
  return {
    name: 'Actions',
    headings: [
      'Risk',
      'Short name',
      'Reference',
      'Required management action/control',
      'Responsibility for action',
      'Critical success factors',
      'KPIs',
      'Review frequency',
      'Starts on',
      'Due date',
      'Original due date',
      'Slips',
      'Days overdue',
      'Status',
      'Completed on',
      'Outcome',
    ],
    widths: [6, 32, 10, 48, 28, 32, 24, 16, 12, 12, 16, 7, 12, 12, 13, 32],
    rows: risks.flatMap((risk) =>
      risk.actions.map((action) => [
        risk.number,
        risk.shortName,
        action.ref,
        action.text,
        action.responsible === null ? null : personInWords(action.responsible),
        action.successFactors,
        action.kpi,
        frequencyWords[action.reviewFrequency],
        day(action.startOn),
        day(dueOnAt(action, asAt)),
        day(action.originalDueOn),
        slips(action, asAt),
        overdueDays(action, asAt),
        actionStatusWords[action.status],
        day(action.completedOn),
        action.outcome,
      ]),
    ),
  };
}

function controlsSheet({ risks }: Snapshot): TableSheet {
  return {
    name: 'Controls',
    headings: [
      'Risk',
      'Short name',
      'Control in place',
      'Kept up by',
      'Adequacy',
      'Assurance',
      'Last assured on',
      'Evidence',
    ],
    widths: [6, 32, 48, 20, 16, 30, 15, 32],
    rows: risks.flatMap((risk) =>
      risk.controls.map((control) => [
        risk.number,
        risk.shortName,
        control.text,
        control.owner,
        adequacyWords[control.adequacy],
        assuranceWords[control.assuranceLine] ?? '',
        day(control.lastAssuredOn),
        control.evidence,
      ]),
    ),
  };
}

function historySheet({ risks }: Snapshot, frozen: ReadonlyArray<FrozenReview>): TableSheet {
  return {
    name: 'Ratings history',
    headings: ['Number', 'Short name', ...frozen.map(({ label }) => label), 'Now'],
    widths: [8, 36, ...frozen.map(() => 12), 10],
    rows: risks.map((risk) => [
      risk.number,
      risk.shortName,
      ...frozen.map(({ positions }): Value => {
        const place = positions[String(risk.number)];
        return place === undefined ? null : place === 'x' ? 'Closed' : place === '?' ? 'Not rated' : place;
      }),
      code(risk.current),
    ]),
  };
}

function matrixSheet({ scheme, risks }: Snapshot): TableSheet {
  const impact = scheme.impact.toReversed();
  const live = risks.filter(isLive);
  return {
    name: 'Matrix',
    headings: ['Likelihood', ...impact.map(({ code: own, label }) => `${own} ${label}`)],
    widths: [24, ...impact.map(() => 22)],
    rows: scheme.likelihood.map((level) => [
      `${level.code} ${level.label}`,
      ...impact.map((column): Value => {
        const rule = scheme.cells.find((cell) => cell.likelihood === level.code && cell.impact === column.code);
        const here = live.filter(({ current }) => current?.likelihood === level.code && current.impact === column.code);
        const side = rule === undefined ? '' : `${bandWords[rule.band]}, ${rule.above ? 'above' : 'below'}`;
        return here.length === 0 ? side : `${side}: ${here.map(({ number }) => number).join(', ')}`;
      }),
    ]),
  };
}

function changesSheet(previous: Snapshot, now: Snapshot): TableSheet {
  const comparison = compareSnapshots(previous, now);
  const changes = comparison.type === 'compared' ? comparison.changes : [];
  return {
    name: 'Changes',
    headings: ['Number', 'Short name', `Since ${previous.label}`, 'From', 'To', 'Why'],
    widths: [8, 36, 18, 9, 9, 48],
    rows: changes.map((change) => {
      const { risk } = change;
      if (change.type !== 'moved') {
        const why = change.type === 'removed' ? (change.closure?.note ?? '') : (risk.current?.rationale ?? '');
        return [
          risk.number,
          risk.shortName,
          { new: 'New', reopened: 'Reopened', removed: 'Removed' }[change.type],
          null,
          code(risk.current),
          why,
        ];
      }
      const { movement } = change;
      const words = {
        up: 'Worse',
        down: 'Better',
        across: 'Across',
        unchanged: 'Same',
        notRated: 'Not rated',
        notComparable: 'Not comparable',
      }[movement.type];
      const from = 'from' in movement ? movement.from : null;
      return [risk.number, risk.shortName, words, code(from), code(risk.current), risk.current?.rationale ?? ''];
    }),
  };
}
