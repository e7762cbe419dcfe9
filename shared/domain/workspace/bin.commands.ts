import type { Command } from '#shared/changes/command.ts';
import { bringBack, draft } from '#shared/changes/draft.ts';
import { ok, refuse } from '#shared/kernel/result.ts';

export interface BringBack {
  /** What is brought back, as the bin names it. */
  readonly title: string;
  readonly records: ReadonlyArray<{ readonly kind: string; readonly id: string }>;
}

/** Brings back what was deleted together, such as a body with its seats. */
export const bringBackFromBin: Command<BringBack, { readonly type: 'Nothing' }> = ({ title, records }) =>
  records.length === 0
    ? refuse({ type: 'Nothing' })
    : ok(
        draft(
          `Brought back ${title}`,
          '',
          records.map(({ kind, id }) => bringBack({ name: kind }, id)),
        ),
      );
