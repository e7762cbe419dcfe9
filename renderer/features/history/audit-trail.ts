/** The whole log as a table, for auditors: a line for each thing that was changed, the earliest first. */
import { timeOf } from '#shared/changes/clock.ts';
import { earliestFirst } from '#shared/changes/causal-order.ts';
import { saveInWords, type ChangeInWords } from '#shared/changes/history.ts';
import type { Kind } from '#shared/changes/kind.ts';
import { csvOf, harmless } from '#shared/kernel/csv.ts';
import type { Database } from '#renderer/data/database.ts';
import { readWholeLog } from '#renderer/data/log.ts';
import { segmentsHeld } from '#renderer/data/segments.ts';

const header = [
  'Time',
  'Person',
  'Laptop',
  'Number',
  'What was done',
  'Why',
  'Kind',
  'Record',
  'Field',
  'Change',
  'Value',
  'Sealed in',
];

const happened: Readonly<Record<ChangeInWords['what'], string>> = {
  created: 'added',
  deleted: 'removed',
  broughtBack: 'brought back',
  changed: 'set to',
  wrote: 'wrote',
  unknown: 'of a newer app',
};

/** `Sealed in` is the SHA-256 of the signed part in which the save has travelled; empty for what has not. */
export async function auditTrail(database: Database, kinds: ReadonlyMap<string, Kind>): Promise<string> {
  const [saves, segments] = await Promise.all([readWholeLog(database), segmentsHeld(database)]);
  const sealedIn = (device: string, seq: number): string =>
    segments.find((segment) => segment.device === device && seq >= segment.from && seq <= segment.to)?.hash ?? '';
  const lines = earliestFirst(saves).flatMap((save) => {
    const { device, seq, by, command, note } = save;
    const common = [new Date(timeOf(save.at)).toISOString(), by, device, String(seq), command, note];
    const sealed = sealedIn(device, seq);
    return saveInWords(save, kinds).changes.map(({ kind, record, field, what, value }) =>
      [...common, kinds.get(kind)?.label ?? kind, record, field, happened[what], value ?? '', sealed].map(harmless),
    );
  });
  return csvOf([header, ...lines]);
}
