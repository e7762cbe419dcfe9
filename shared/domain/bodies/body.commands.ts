import type { Command } from '#shared/changes/command.ts';
import { create, draft, remove, set } from '#shared/changes/draft.ts';
import type { ValuesOf } from '#shared/changes/kind.ts';
import { meetingKind, type Meeting } from '#shared/domain/meetings/meeting.ts';
import { isSameName } from '#shared/domain/people/same-name.ts';
import { ok, refuse } from '#shared/kernel/result.ts';
import { bodyKind, type Body, type BodyType } from './body.ts';
import { seatKind, type Seat } from './seat.ts';

export type BodyRefusal =
  | { readonly type: 'NoName' }
  | { readonly type: 'NameTaken'; readonly name: string }
  /** A body would answer to itself, straight away or through others. */
  | { readonly type: 'AnswersToItself'; readonly through: string };

export interface AddBody {
  readonly id: string;
  readonly name: string;
  readonly type: BodyType;
  readonly parentId: string | null;
  readonly others: ReadonlyArray<Body>;
}

function refusedName(name: string, others: ReadonlyArray<Body>, own: string | null): BodyRefusal | null {
  if (name.trim() === '') return { type: 'NoName' };
  const taken = others.find((other) => other.id !== own && isSameName(other.name, name));
  return taken === undefined ? null : { type: 'NameTaken', name: taken.name };
}

export const addBody: Command<AddBody, BodyRefusal> = ({ id, name, type, parentId, others }) => {
  const refusal = refusedName(name, others, null);
  if (refusal !== null) return refuse(refusal);
  const trimmed = name.trim();
  return ok(draft(`Added ${trimmed}`, '', [create(bodyKind, id, { name: trimmed, type, parentId })]));
};

/** Whether `id` is met on the way up from `start`; the way ends where a body answers to nobody or is met twice. */
function liesAbove(id: string, start: string, bodies: ReadonlyArray<Body>): boolean {
  const met = new Set<string>();
  for (let at: string | null = start; at !== null && !met.has(at);) {
    if (at === id) return true;
    met.add(at);
    const here: string = at;
    at = bodies.find((body) => body.id === here)?.parentId ?? null;
  }
  return false;
}

type BodyValues = Omit<ValuesOf<typeof bodyKind.fields>, 'closures' | 'standingItems'>;

export interface ChangeBody {
  readonly body: Body;
  readonly values: Partial<BodyValues>;
  /** All bodies there are. */
  readonly others: ReadonlyArray<Body>;
  /** Its meetings not yet held: they take the new name, while those held keep the name they were held under. */
  readonly coming: ReadonlyArray<Meeting>;
}

export const changeBody: Command<ChangeBody, BodyRefusal> = ({ body, values, others, coming }) => {
  const name = values.name?.trim();
  const refusal = name === undefined ? null : refusedName(name, others, body.id);
  if (refusal !== null) return refuse(refusal);
  const parentId = values.parentId ?? null;
  if (parentId !== null && liesAbove(body.id, parentId, others)) {
    const through = others.find((other) => other.id === parentId)?.name ?? body.name;
    return refuse({ type: 'AnswersToItself', through });
  }
  const changes = set(bodyKind, body, name === undefined ? values : { ...values, name });
  if (name === undefined) return ok(draft(`Changed ${body.name}`, '', [changes]));
  const renamed = coming
    .filter((meeting) => meeting.state === 'planned')
    .map((meeting) => set(meetingKind, meeting, { bodyName: name }));
  return ok(draft(`Renamed ${body.name}`, '', [changes, ...renamed]));
};

/** How long its packs and papers should be at most; `null` where it has set no limit. Nothing is refused for being longer. */
export const setPageBudget: Command<{
  readonly body: Body;
  readonly values: Partial<Pick<Body, 'packPages' | 'paperPages'>>;
}> = ({ body, values }) => ok(draft(`Changed the page budget of ${body.name}`, '', [set(bodyKind, body, values)]));

export interface RemoveBody {
  readonly body: Body;
  readonly seats: ReadonlyArray<Seat>;
  /** How many meetings it has, past ones included. */
  readonly meetings: number;
  /** The bodies that answer to it. */
  readonly below: ReadonlyArray<Body>;
}

/** Its meetings or the bodies below it would be left without a home. */
export interface BodyInUse {
  readonly type: 'InUse';
  readonly meetings: number;
  readonly bodies: ReadonlyArray<string>;
}

/** The body goes together with its seats. */
export const removeBody: Command<RemoveBody, BodyInUse> = ({ body, seats, meetings, below }) =>
  meetings > 0 || below.length > 0
    ? refuse({ type: 'InUse', meetings, bodies: below.map((other) => other.name) })
    : ok(
        draft(`Removed ${body.name}`, '', [
          remove(bodyKind, body.id),
          ...seats.map((seat) => remove(seatKind, seat.id)),
        ]),
      );
