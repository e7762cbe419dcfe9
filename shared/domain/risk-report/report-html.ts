/**
 * The Risk Report that goes to the Board: what the protocol asks for, in one document. It is drawn from snapshots alone, so that the same review gives
 * the same report for good.
 *
 * The public edition is worked out as though exempt risks were not there, but for their count: no total, no arrow and no gap may tell of one.
 */
import { mappedCell } from '#shared/domain/rating/position.ts';
import { cellCode, isAboveLine, type Cell } from '#shared/domain/rating/scheme.ts';
import { isLive, isRiskAbove } from '#shared/domain/risk-reviews/as-at.ts';
import { compareSnapshots } from '#shared/domain/risk-reviews/comparison.ts';
import type { FrozenReview } from '#shared/domain/risk-reviews/frozen-review.ts';
import type { Snapshot, SnapshotRisk } from '#shared/domain/risk-reviews/snapshot.ts';
import { bandWords, closureWords, directionWords, escalationWords } from '#shared/domain/risks/words.ts';
import { withYear, type CivilDate } from '#shared/kernel/civil-date.ts';
import { escapeHtml as e } from '#shared/kernel/escape-html.ts';
import { changesHtml } from './changes-html.ts';
import { matrixSvg, matrixWords } from './matrix-svg.ts';
import { planHtml, overdueHtml } from './plan-html.ts';

export type ReportEdition = 'public' | 'exempt';

export interface ReportOf {
  readonly snapshot: Snapshot;
  /** The review before, in full; `null` for a baseline, or where it is not here. */
  readonly previous: Snapshot | null;
  readonly earlier: ReadonlyArray<Pick<FrozenReview, 'positions'>>;
  readonly edition: ReportEdition;
  /** `null` for a draft. */
  readonly frozen: { readonly on: CivilDate; readonly by: string; readonly sha256: string } | null;
  readonly recommendations: ReadonlyArray<string>;
}

/** Without what the edition leaves out, and how much that is. */
export function inEdition(snapshot: Snapshot, edition: ReportEdition, exemptIds: ReadonlySet<string>): Snapshot {
  if (edition === 'exempt') return snapshot;
  return { ...snapshot, risks: snapshot.risks.filter(({ id }) => !exemptIds.has(id)) };
}

/** Exempt now or at the review before: what was public then and is exempt now is left out of both. */
export function exemptIdsOf(snapshots: ReadonlyArray<Snapshot | null>): ReadonlySet<string> {
  return new Set(
    snapshots.flatMap((one) =>
      (one?.risks ?? []).filter(({ publication }) => publication === 'exempt').map(({ id }) => id),
    ),
  );
}

export function reportTitle({ register, label }: Snapshot, edition: ReportEdition): string {
  return `${register.name}: Risk Report${label === '' ? '' : `, ${label}`}${edition === 'exempt' ? ' (exempt)' : ''}`;
}

/** The body of the report, every word escaped. */
export function reportHtml(asked: ReportOf): string {
  const exempt = exemptIdsOf([asked.snapshot, asked.previous]);
  const snapshot = inEdition(asked.snapshot, asked.edition, exempt);
  const previous = asked.previous === null ? null : inEdition(asked.previous, asked.edition, exempt);
  const comparison = compareSnapshots(previous, snapshot, asked.earlier);
  const { scheme, risks, register, asAt } = snapshot;
  const live = risks.filter(isLive);
  const above = live.filter((risk) => isRiskAbove(scheme, risk));
  const below = live.filter((risk) => !isRiskAbove(scheme, risk));
  const left = asked.snapshot.risks.filter((risk) => isLive(risk) && exempt.has(risk.id)).length;
  const before = (risk: SnapshotRisk): Cell | null => {
    const was = previous?.risks.find(({ id }) => id === risk.id)?.current ?? null;
    if (was === null || previous === null) return null;
    if (previous.scheme.id === scheme.id) return { likelihood: was.likelihood, impact: was.impact };
    return scheme.mapping?.from === previous.scheme.id ? mappedCell(scheme.mapping.cells, was) : null;
  };
  return [
    `<article><h1>${e(reportTitle(snapshot, asked.edition))}</h1>`,
    `<p class="stamp">${stampInWords(asked)}</p>`,
    recommendationsHtml(asked.recommendations),
    summaryHtml(snapshot, live.length, above.length, left, asked.edition),
    `<h2>The matrix</h2><div class="matrix">${matrixSvg({ scheme, risks: live, before })}</div><p class="small">The heavy line is the tolerance line; a dashed number with an arrow shows where a risk stood at the review before. ${e(matrixWords({ scheme, risks: live }))}</p>`,
    changesHtml(comparison, previous),
    `<h2>Above the tolerance line</h2>${risksTable(scheme, above, 'No risk stands above the line.')}`,
    planHtml(snapshot, above),
    overdueHtml(live, asAt),
    `<h2>Below the tolerance line</h2>${risksTable(scheme, below, 'No risk stands below the line.')}`,
    closedHtml(risks, previous),
    escalationsHtml(live),
    scalesHtml(snapshot),
    register.prompt === '' ? '' : `<h2>What was asked</h2><p>${e(register.prompt)}</p>`,
    '</article>',
  ].join('\n');
}

function stampInWords({ snapshot, frozen }: ReportOf): string {
  const asAt = `As at ${withYear(snapshot.asAt)}.`;
  if (frozen === null) return `DRAFT. ${asAt} Not yet frozen: what it says may change.`;
  return `${asAt} Frozen on ${withYear(frozen.on)} by ${e(frozen.by)}, mark ${frozen.sha256.slice(0, 12)}.`;
}

function recommendationsHtml(recommendations: ReadonlyArray<string>): string {
  const lines = recommendations.filter((line) => line.trim() !== '');
  if (lines.length === 0) return '';
  return `<h2>Recommendations</h2><ol>${lines.map((line) => `<li>${e(line)}</li>`).join('')}</ol>`;
}

function summaryHtml(
  { register, decisions }: Snapshot,
  live: number,
  above: number,
  left: number,
  edition: ReportEdition,
): string {
  const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;
  const exempt =
    left === 0
      ? ''
      : edition === 'public'
        ? `<p>${count(left, 'risk')} ${left === 1 ? 'is' : 'are'} exempt from publication and reported to members apart. Nothing in this edition is worked out from ${left === 1 ? 'it' : 'them'}.</p>`
        : `<p>${count(left, 'risk')} in this report ${left === 1 ? 'is' : 'are'} exempt from publication.</p>`;
  const vision = register.vision === '' ? '' : `<p><strong>Vision.</strong> ${e(register.vision)}</p>`;
  const decided = decisions.trim() === '' ? '' : `<p><strong>Decided.</strong> ${e(decisions)}</p>`;
  return `<h2>In short</h2><p>The register holds ${count(live, 'live risk')}, of which ${above} ${above === 1 ? 'stands' : 'stand'} above the tolerance line.</p>${exempt}${vision}${decided}`;
}

function risksTable(scheme: Snapshot['scheme'], risks: ReadonlyArray<SnapshotRisk>, none: string): string {
  if (risks.length === 0) return `<p>${none}</p>`;
  const rows = risks.map(
    (risk) =>
      `<tr><td>${risk.number}</td><th scope="row">${e(risk.shortName)}</th><td>${e(risk.owner === null ? 'Nobody' : risk.owner.role === '' ? risk.owner.name : risk.owner.role)}</td><td>${cellIn(scheme, risk.current)}</td><td>${cellIn(scheme, risk.target)}</td><td>${e(risk.review?.commentary ?? '')}</td></tr>`,
  );
  return `<table><thead><tr><th scope="col">No.</th><th scope="col">Risk</th><th scope="col">Owner</th><th scope="col">Current</th><th scope="col">Target</th><th scope="col">Review</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function cellIn(scheme: Snapshot['scheme'], cell: Cell | null): string {
  if (cell === null) return 'Not rated';
  return `${cellCode(cell)} (${isAboveLine(scheme, cell) ? 'above' : 'below'})`;
}

function closedHtml(risks: ReadonlyArray<SnapshotRisk>, previous: Snapshot | null): string {
  const wereLive = new Set(previous?.risks.filter(isLive).map(({ id }) => id));
  const closed = risks.filter(({ id, status }) => status === 'closed' && wereLive.has(id));
  if (closed.length === 0) return '<h2>Closed since the last review</h2><p>None.</p>';
  const lines = closed.map(({ number, shortName, closure }) => {
    const why =
      closure === null
        ? 'no reason given'
        : `${closureWords[closure.reason].toLowerCase()}. ${closure.note}${closure.minuteRef === '' ? '' : ` (${closure.minuteRef})`}`;
    return `<li>${number}. ${e(shortName)}: ${e(why)}</li>`;
  });
  return `<h2>Closed since the last review</h2><ul>${lines.join('')}</ul>`;
}

/** Reported even when there is none: the board is to know that it was asked. */
function escalationsHtml(live: ReadonlyArray<SnapshotRisk>): string {
  const lines = live.flatMap((risk) =>
    risk.escalations.map(
      (one) =>
        `<li>${risk.number}. ${e(risk.shortName)}: ${directionWords[one.direction].toLowerCase()}, ${e(one.otherBody)}${one.theirRef === '' ? '' : ` (${e(one.theirRef)})`}, ${escalationWords[one.status].toLowerCase()}</li>`,
    ),
  );
  return `<h2>Escalations to and from other bodies</h2>${lines.length === 0 ? '<p>Nil.</p>' : `<ul>${lines.join('')}</ul>`}`;
}

function scalesHtml({ scheme, register }: Snapshot): string {
  const levels = (title: string, list: Snapshot['scheme']['likelihood']): string =>
    `<table><thead><tr><th scope="col">${title}</th><th scope="col">Label</th><th scope="col">Means, over ${register.horizonMonths} months</th></tr></thead><tbody>${list.map(({ code, label, description }) => `<tr><th scope="row">${e(code)}</th><td>${e(label)}</td><td>${e(description)}</td></tr>`).join('')}</tbody></table>`;
  const above = scheme.cells.filter((cell) => cell.above).map(cellCode);
  const bands = (['red', 'amber', 'green'] as const).map((band) => {
    return `${bandWords[band]}: ${scheme.cells
      .filter((cell) => cell.band === band)
      .map(cellCode)
      .join(', ')}.`;
  });
  return `<h2>Scales and line</h2>${levels('Likelihood', scheme.likelihood)}${levels('Impact', scheme.impact)}<p>Above the line: ${above.join(', ')}. ${bands.join(' ')}</p>`;
}
