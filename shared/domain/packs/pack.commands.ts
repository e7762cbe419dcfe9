import type { Command } from '#shared/changes/command.ts';
import { create, draft, set } from '#shared/changes/draft.ts';
import type { ValuesOf } from '#shared/changes/kind.ts';
import { ok } from '#shared/kernel/result.ts';
import { packIdOf, packKind, type Pack } from './pack.ts';

export interface ChangePack {
  readonly meetingId: string;
  /** The pack as the officer saw it; `null` where nobody has chosen anything yet. */
  readonly pack: Pack | null;
  readonly values: Partial<ValuesOf<typeof packKind.fields>>;
}

/** What goes into the pack, and how it is marked. */
export const changePack: Command<ChangePack> = ({ meetingId, pack, values }) =>
  ok(
    draft('Changed what goes into the pack', '', [
      pack === null ? create(packKind, packIdOf(meetingId), { ...values, meetingId }) : set(packKind, pack, values),
    ]),
  );
