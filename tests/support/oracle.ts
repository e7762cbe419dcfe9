/**
 * What a workspace is, said a second time: an independent judge of the data core.
 *
 * Written from the rules and not from the code, and sharing nothing with it but the shape of a save. It looks at a whole set
 * of saves at once, without any order of arrival, and is as slow as it is plain:
 *
 * - A write stands (is a head) iff no other write at the same path names it in `over`.
 * - Of the writes that stand, the one with the greatest (stamp, device, sequence) is shown.
 * - Standing writes of two or more distinct values are a conflict.
 * - A record is deleted iff a deletion stands and every write to the record was seen by some standing deletion; where a
 *   deletion stands that had not seen everything, the record is disputed: in sight and open.
 * - A text is all its updates, each after those it leans on.
 */
import * as Y from 'yjs';
import type { Kind } from '#shared/changes/kind.ts';
import type { Save } from '#shared/changes/save.ts';
import type { Json } from '#shared/kernel/json.ts';

export interface Write {
  readonly dot: string;
  readonly save: Save;
  readonly kind: string;
  readonly record: string;
  readonly path: string;
  readonly value: Json;
  readonly over: ReadonlyArray<string>;
}

export interface JudgedPath {
  /** The dots of the writes that stand, the one shown first. */
  readonly heads: ReadonlyArray<string>;
  readonly values: ReadonlyArray<Json>;
  readonly isConflict: boolean;
}

export interface JudgedRecord {
  readonly kind: string;
  readonly id: string;
  readonly state: 'live' | 'disputed' | 'deleted';
  readonly values: Readonly<Record<string, Json>>;
  readonly paths: Readonly<Record<string, JudgedPath>>;
  readonly isOpen: boolean;
}

export interface Judgement {
  /** By `kind id`, in that order. */
  readonly records: ReadonlyArray<JudgedRecord>;
  /** What each text says, as markup, by `record/field`. */
  readonly texts: Readonly<Record<string, string>>;
}

export function dotOf(device: string, seq: number): string {
  return `${device}#${seq}`;
}

/** Equal data gives equal text, whatever the order of keys. */
export function inOneText(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}

/** Whether the author of `later` had seen `earlier` (a save counts as seen by itself). */
export function hadSeen(later: Save, earlier: Save): boolean {
  if (later.device === earlier.device) return earlier.seq <= later.seq;
  return earlier.seq <= (Object.hasOwn(later.deps, earlier.device) ? (later.deps[earlier.device] ?? 0) : 0);
}

/** The greatest part of what was delivered in which nothing is missing that something else leans on. */
export function completePart(delivered: ReadonlyArray<Save>): ReadonlyArray<Save> {
  const byDot = new Map(delivered.map((save) => [dotOf(save.device, save.seq), save]));
  const needs = (save: Save): ReadonlyArray<string> => [
    ...(save.seq > 1 ? [dotOf(save.device, save.seq - 1)] : []),
    ...Object.entries(save.deps).map(([device, seq]) => dotOf(device, seq)),
  ];
  for (;;) {
    const lacking = [...byDot].filter(([, save]) => needs(save).some((dot) => !byDot.has(dot)));
    if (lacking.length === 0) return [...byDot.values()];
    for (const [dot] of lacking) byDot.delete(dot);
  }
}

/** The saves with each one after those its author had seen. */
function causally(saves: ReadonlyArray<Save>): ReadonlyArray<Save> {
  const left = new Set(saves);
  const done: Save[] = [];
  while (left.size > 0) {
    const next = [...left].find((save) => [...left].every((other) => other === save || !hadSeen(save, other)));
    if (next === undefined) throw new Error('Saves lean on each other in a circle');
    left.delete(next);
    done.push(next);
  }
  return done;
}

function writesIn(saves: ReadonlyArray<Save>): ReadonlyArray<Write> {
  return saves.flatMap((save) =>
    save.edits.map(({ kind, record, path, value, over }) => ({
      dot: dotOf(save.device, save.seq),
      save,
      kind,
      record,
      path,
      value,
      over: over.map(([device, seq]) => dotOf(device, seq)),
    })),
  );
}

const marks = ['$gone', '$touch'];

function isReadable(write: Write, kinds: ReadonlyArray<Kind>): boolean {
  const kind = kinds.find((one) => one.name === write.kind);
  if (kind === undefined) return false;
  if (marks.includes(write.path)) return true;
  const [name = '', element] = write.path.split('/');
  const field = Object.entries(kind.fields).find(([own]) => own === name)?.[1];
  if (field === undefined) return false;
  if (field.merge === 'set') return element !== undefined && field.decode([element]).ok;
  if (element !== undefined) return false;
  return field.merge === 'text' ? typeof write.value === 'string' : field.decode(write.value).ok;
}

function judgePath(writes: ReadonlyArray<Write>): JudgedPath {
  const standing = writes.filter((write) => !writes.some((other) => other.over.includes(write.dot)));
  const ordered = standing.toSorted((a, b) => {
    if (a.save.at !== b.save.at) return b.save.at - a.save.at;
    if (a.save.device !== b.save.device) return a.save.device < b.save.device ? 1 : -1;
    return b.save.seq - a.save.seq;
  });
  const values = ordered.map((write) => write.value);
  return {
    heads: ordered.map((write) => write.dot),
    values,
    isConflict: new Set(values.map(inOneText)).size > 1,
  };
}

/** The first of these values, which may well be `null`; without any, what stands where nobody has written. */
function firstOf(values: ReadonlyArray<Json> | undefined, otherwise: Json): Json {
  const [first = null] = values ?? [];
  return values === undefined || values.length === 0 ? otherwise : first;
}

function judgeRecord(kind: Kind, id: string, writes: ReadonlyArray<Write>): JudgedRecord {
  const names = [...new Set(writes.map((write) => write.path))];
  const paths = Object.fromEntries(
    names.map((path) => [path, judgePath(writes.filter((write) => write.path === path))] as const),
  );
  const values = Object.fromEntries(
    Object.entries(kind.fields).map(([name, field]): [string, Json] => {
      if (field.merge === 'text') return [name, null];
      if (field.merge === 'value') return [name, firstOf(paths[name]?.values, field.initial as Json)];
      const inSet = names.filter((path) => path.startsWith(`${name}/`) && paths[path]?.values[0] === true);
      return [name, inSet.map((path) => path.slice(name.length + 1)).sort()];
    }),
  );
  const deletions = writes.filter(
    (write) => write.path === '$gone' && write.value === true && paths['$gone']?.heads.includes(write.dot) === true,
  );
  const isCovered = (write: Write): boolean => deletions.some((deletion) => hadSeen(deletion.save, write.save));
  const state = deletions.length === 0 ? 'live' : writes.every(isCovered) ? 'deleted' : 'disputed';
  const isTorn = names.some((path) => {
    const merge = kind.fields[path.split('/')[0] ?? '']?.merge;
    return merge !== undefined && merge !== 'text' && paths[path]?.isConflict === true;
  });
  return { kind: kind.name, id, state, values, paths, isOpen: state === 'disputed' || isTorn };
}

/** What a set of saves amounts to. Nothing in it may be lacking. */
export function judge(saves: ReadonlyArray<Save>, kinds: ReadonlyArray<Kind>): Judgement {
  const writes = writesIn(causally(saves)).filter((write) => isReadable(write, kinds));
  const texts = new Map<string, Y.Doc>();
  for (const write of writes) {
    const kind = kinds.find((one) => one.name === write.kind);
    if (kind?.fields[write.path]?.merge !== 'text') continue;
    const key = `${write.record}/${write.path}`;
    const text = texts.get(key) ?? new Y.Doc({ gc: false });
    texts.set(key, text);
    Y.applyUpdateV2(text, Buffer.from(typeof write.value === 'string' ? write.value : '', 'base64'));
  }
  const records = kinds.flatMap((kind) => {
    const own = writes.filter((write) => write.kind === kind.name);
    const ids = [...new Set(own.map((write) => write.record))];
    return ids.map((id) =>
      judgeRecord(
        kind,
        id,
        own.filter((write) => write.record === id),
      ),
    );
  });
  return {
    records: records.toSorted((a, b) => (`${a.kind} ${a.id}` < `${b.kind} ${b.id}` ? -1 : 1)),
    texts: Object.fromEntries([...texts].map(([key, text]) => [key, markupOf(text)])),
  };
}

export function markupOf(text: Y.Doc): string {
  return text.getXmlFragment('text').toJSON();
}

/** The writes that stand at one path, among these saves. */
export function headsAt(saves: ReadonlyArray<Save>, kind: string, record: string, path: string): ReadonlyArray<Write> {
  const writes = writesIn(saves).filter(
    (write) => write.kind === kind && write.record === record && write.path === path,
  );
  return writes.filter((write) => !writes.some((other) => other.over.includes(write.dot)));
}

/** What taking a save back must come to. */
export interface Undoing {
  /** By `kind record path`: the value to be written. */
  readonly writes: Readonly<Record<string, Json>>;
  readonly leftAlone: number;
  /** By `kind record path`: texts out of which its words are to be taken, where any are left. */
  readonly texts: ReadonlyArray<string>;
}

/** Whether a save counts: not taken back, or taken back by a save that is itself taken back, and so on. */
function isInEffect(save: Save, saves: ReadonlyArray<Save>): boolean {
  return !saves.some(
    (other) =>
      other.device === save.device &&
      other.reverts?.seq === save.seq &&
      other.seq > save.seq &&
      isInEffect(other, saves),
  );
}

/**
 * What one laptop's officer has put at a path, in the world in which whatever they took back never happened: the dots that
 * stand there. `also` is counted in although it may have been taken back.
 */
function standingWithoutUndone(write: Write, also: Save, held: ReadonlyArray<Save>): ReadonlyArray<string> {
  const all = writesIn(held).filter(
    (one) => one.kind === write.kind && one.record === write.record && one.path === write.path,
  );
  const takenBackBy = (one: Write): Write | undefined =>
    one.save.device !== also.device || one.save.reverts === null
      ? undefined
      : all.find((other) => other.dot === dotOf(also.device, one.save.reverts?.seq ?? 0));
  const meant = (dot: string): ReadonlyArray<string> => {
    const one = all.find((other) => other.dot === dot);
    const taken = one === undefined ? undefined : takenBackBy(one);
    return taken === undefined ? [dot] : taken.over.flatMap(meant);
  };
  const world = all.filter(
    (one) =>
      one.save === also ||
      (takenBackBy(one) === undefined && (one.save.device !== also.device || isInEffect(one.save, held))),
  );
  return world
    .filter((one) => !world.some((other) => other.over.flatMap(meant).includes(one.dot)))
    .map(({ dot }) => dot);
}

/** The save whose doing is at stake at a path when `save` is reverted: itself, or what it took or brought back there. */
function atStake(save: Save, write: Write, held: ReadonlyArray<Save>): Save {
  const reverted = held.find((other) => other.device === save.device && other.seq === save.reverts?.seq);
  const isThere = reverted?.edits.some((edit) => edit.record === write.record && edit.path === write.path) === true;
  return reverted !== undefined && isThere ? atStake(reverted, write, held) : save;
}

/**
 * What taking back a save must write, on a laptop that holds these saves. Each of its fields goes back to what the save
 * replaced, a record it made is deleted; but where anybody else's write stands now, nothing is touched.
 */
export function undoingOf(taken: Save, heldNow: ReadonlyArray<Save>, kinds: ReadonlyArray<Kind>): Undoing {
  const writes: Record<string, Json> = {};
  const texts: string[] = [];
  let leftAlone = 0;
  const born = taken.edits
    .filter((edit) => edit.path === '$touch' && edit.over.length === 0)
    .map((edit) => edit.record);
  for (const edit of taken.edits) {
    const { kind, record, path } = edit;
    if (born.includes(record)) {
      if (path !== '$touch') continue;
      const isShared = heldNow.some(
        (save) =>
          save.device !== taken.device &&
          save.edits.some(
            (other) =>
              other.record === record && headsAt(heldNow, kind, record, other.path).some(({ save: by }) => by === save),
          ),
      );
      if (isShared) leftAlone += 1;
      else writes[`${kind} ${record} $gone`] = true;
      continue;
    }
    if (path === '$touch') continue;
    const [name = '', element] = path.split('/');
    const field = kinds.find((one) => one.name === kind)?.fields[name];
    if (field?.merge === 'text') {
      texts.push(`${kind} ${record} ${path}`);
      continue;
    }
    const [write] = writesIn([{ ...taken, edits: [edit] }]);
    if (write === undefined) continue;
    const own = atStake(taken, write, heldNow);
    const standing = standingWithoutUndone(write, own, heldNow);
    const isAlone = headsAt(heldNow, kind, record, path).length === 1;
    if (!isAlone || standing.length !== 1 || standing[0] !== dotOf(own.device, own.seq)) {
      leftAlone += 1;
    } else if (path === '$gone') {
      // A deletion was of something in sight; a bringing back was of something gone, if what it replaced says so.
      const replaced = writesIn(heldNow).filter(
        (other) =>
          `${other.kind} ${other.record} ${other.path}` === `${kind} ${record} ${path}` &&
          edit.over.some(([device, seq]) => dotOf(device, seq) === other.dot),
      );
      const hadBeenBroughtBack = replaced.length > 0 && replaced.every((other) => other.value === false);
      writes[`${kind} ${record} ${path}`] = edit.value !== true && !hadBeenBroughtBack;
    } else {
      const replaced = judgePath(
        writesIn(heldNow).filter(
          (write) =>
            write.kind === kind &&
            write.record === record &&
            write.path === path &&
            edit.over.some(([device, seq]) => dotOf(device, seq) === write.dot),
        ),
      );
      const initial = element === undefined ? ((field?.initial ?? null) as Json) : false;
      const value = firstOf(replaced.values, initial);
      // What reads so already (a decision between two values, taken back) needs no write.
      if (inOneText(value) !== inOneText(edit.value)) writes[`${kind} ${record} ${path}`] = value;
    }
  }
  return { writes, leftAlone, texts };
}
