import type { PartWarning } from './pack-plan.ts';

/** Counts what a part lost on its way, to be told at the end. */
export interface Tally {
  linksToNothing: number;
  scripts: number;
  attachments: number;
  fields: number;
  signatures: number;
}

export function emptyTally(): Tally {
  return { linksToNothing: 0, scripts: 0, attachments: 0, fields: 0, signatures: 0 };
}

export function warningsOf(tally: Tally, repaired: boolean, unreadable: number): PartWarning[] {
  const warnings: PartWarning[] = [];
  if (repaired) warnings.push({ type: 'Repaired' });
  if (unreadable > 0) warnings.push({ type: 'ObjectsUnreadable', count: unreadable });
  if (tally.linksToNothing > 0) warnings.push({ type: 'LinksToNothing', count: tally.linksToNothing });
  if (tally.scripts > 0) warnings.push({ type: 'ScriptsDropped', count: tally.scripts });
  if (tally.attachments > 0) warnings.push({ type: 'AttachmentsDropped', count: tally.attachments });
  if (tally.fields > 0) warnings.push({ type: 'FormFlattened', fields: tally.fields });
  if (tally.signatures > 0) warnings.push({ type: 'SignatureLost' });
  return warnings;
}
