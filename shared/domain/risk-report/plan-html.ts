/** The Management Action Plan in the columns of STORM, and what is overdue of it. */
import { cellCode } from '#shared/domain/rating/scheme.ts';
import { dueOnAt, isActionOpen, overdueDays, slips } from '#shared/domain/risk-reviews/as-at.ts';
import type { RiskAction, Snapshot, SnapshotRisk } from '#shared/domain/risk-reviews/snapshot.ts';
import { actionStatusWords, adequacyWords, frequencyWords } from '#shared/domain/risks/words.ts';
import { withYear, type CivilDate } from '#shared/kernel/civil-date.ts';
import { escapeHtml as e } from '#shared/kernel/escape-html.ts';

/** With the share of the width that each takes. */
const columns: ReadonlyArray<readonly [heading: string, percent: number]> = [
  ['Action/controls already in place', 18],
  ['Adequacy of action/control to address risk', 11],
  ['Required management action/control', 23],
  ['Responsibility for action', 13],
  ['Critical success factors and KPIs', 16],
  ['Review frequency', 8],
  ['Key dates', 11],
];

/** A table for each risk, on pages laid sideways: seven columns do not read otherwise. */
export function planHtml({ asAt }: Snapshot, risks: ReadonlyArray<SnapshotRisk>): string {
  if (risks.length === 0) return '';
  const parts = risks.map((risk) => {
    const rating = `current ${risk.current === null ? 'not rated' : cellCode(risk.current)}, target ${risk.target === null ? 'none' : cellCode(risk.target)}`;
    return `<h3>${risk.number}. ${e(risk.shortName)} (${rating})</h3>${scenarioHtml(risk)}<table style="table-layout: fixed"><thead><tr>${columns.map(([heading, percent]) => `<th scope="col" style="width: ${percent}%">${heading}</th>`).join('')}</tr></thead><tbody>${rowsOf(risk, asAt)}</tbody></table>`;
  });
  return `<section class="wide"><h2>Management Action Plan</h2>${parts.join('\n')}</section>`;
}

function scenarioHtml({ vulnerability, trigger, consequences }: SnapshotRisk): string {
  return `<p><strong>Vulnerability.</strong> ${e(ended(vulnerability))} <strong>Trigger.</strong> ${e(ended(trigger))} <strong>Consequences.</strong> ${e(ended(consequences.join('; ')))}</p>`;
}

/** With a full stop where its writer left that out. */
function ended(text: string): string {
  const said = text.trim();
  return said === '' || /[.!?]$/.test(said) ? said : `${said}.`;
}

/** Controls and actions side by side, as the plan has them: they do not belong to each other line by line. */
function rowsOf({ controls, actions }: SnapshotRisk, asAt: CivilDate): string {
  const open = actions.filter((action) => action.status !== 'cancelled');
  const count = Math.max(controls.length, open.length, 1);
  return Array.from({ length: count }, (_, at) => {
    const control = controls[at];
    const action = open[at];
    const cells = [
      control === undefined ? (at === 0 && controls.length === 0 ? 'None' : '') : e(control.text),
      control === undefined ? '' : adequacyWords[control.adequacy],
      action === undefined ? (at === 0 && open.length === 0 ? 'None' : '') : `${e(action.ref)} ${e(action.text)}`,
      action?.responsible === undefined || action.responsible === null
        ? ''
        : e(action.responsible.role || action.responsible.name),
      action === undefined ? '' : e([action.successFactors, action.kpi].filter((part) => part !== '').join('; ')),
      action === undefined ? '' : frequencyWords[action.reviewFrequency],
      action === undefined ? '' : datesOf(action, asAt),
    ];
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  }).join('');
}

function datesOf(action: RiskAction, asAt: CivilDate): string {
  const due = dueOnAt(action, asAt);
  const late = overdueDays(action, asAt);
  const parts = [
    due === null ? 'No date' : `Due ${withYear(due)}`,
    ...(late > 0 ? [`${late === 1 ? '1 day' : `${late} days`} overdue`] : []),
    ...(action.status === 'complete' && action.completedOn !== null ? [`done ${withYear(action.completedOn)}`] : []),
    ...action.keyDates.map(({ label, on, doneOn }) => `${e(label)} ${withYear(on)}${doneOn === null ? '' : ', done'}`),
  ];
  return parts.join('; ');
}

export function overdueHtml(live: ReadonlyArray<SnapshotRisk>, asAt: CivilDate): string {
  const late = live
    .flatMap((risk) => risk.actions.map((action) => ({ risk, action, days: overdueDays(action, asAt) })))
    .filter(({ action, days }) => days > 0 && isActionOpen(action, asAt))
    .sort((a, b) => b.days - a.days);
  if (late.length === 0) return '<h2>Overdue actions</h2><p>None.</p>';
  const rows = late.map(
    ({ risk, action, days }) =>
      `<tr><th scope="row">${e(action.ref)}</th><td>${e(action.text)} (risk ${risk.number})</td><td>${e(action.responsible?.role || action.responsible?.name || 'Nobody')}</td><td>${days}</td><td>${slips(action, asAt)}</td><td>${actionStatusWords[action.status]}</td></tr>`,
  );
  return `<h2>Overdue actions</h2><table><thead><tr><th scope="col">Ref.</th><th scope="col">Action</th><th scope="col">Responsible</th><th scope="col">Days</th><th scope="col">Put off</th><th scope="col">Status</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}
