/** A save in words: who did what to which record, when and why. */
import type { Json } from '#shared/kernel/json.ts';
import { timeOf } from './clock.ts';
import type { Kind } from './kind.ts';
import { gonePath, touchPath, type Edit, type Save } from './save.ts';

export interface ChangeInWords {
  readonly kind: string;
  readonly record: string;
  /** `Start time`, or what happened to the record as a whole. */
  readonly field: string;
  /** The new value in words; `null` for text, which is compared elsewhere. */
  readonly value: string | null;
  readonly what: 'created' | 'deleted' | 'broughtBack' | 'changed' | 'wrote' | 'unknown';
}

export interface SaveInWords {
  readonly device: string;
  readonly seq: number;
  /** Milliseconds since 1970, by its author's clock. */
  readonly time: number;
  readonly by: string;
  readonly command: string;
  readonly note: string;
  readonly changes: ReadonlyArray<ChangeInWords>;
}

function valueInWords(value: Json): string {
  if (value === null || value === '') return 'nothing';
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value);
}

/** The label of what an edit writes, `''` for the record as a whole; `null` for a mark that tells nobody anything. */
export function fieldOfEdit({ kind, path, over }: Edit, kinds: ReadonlyMap<string, Kind>): string | null {
  if (path === gonePath) return '';
  if (path === touchPath) return over.length === 0 ? '' : null;
  const [name = ''] = path.split('/', 1);
  const fields = kinds.get(kind)?.fields ?? {};
  return Object.hasOwn(fields, name) ? (fields[name]?.label ?? name) : name;
}

function editInWords(edit: Edit, kinds: ReadonlyMap<string, Kind>): ChangeInWords | null {
  const { kind, record, path, value } = edit;
  const about = { kind, record };
  if (path === gonePath) {
    return { ...about, field: '', value: null, what: value === true ? 'deleted' : 'broughtBack' };
  }
  if (path === touchPath) {
    return edit.over.length === 0 ? { ...about, field: '', value: null, what: 'created' } : null;
  }
  const [name = '', element = null] = path.split('/', 2);
  const fields = kinds.get(kind)?.fields ?? {};
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (field === undefined) return { ...about, field: name, value: null, what: 'unknown' };
  if (field.merge === 'text') return { ...about, field: field.label, value: null, what: 'wrote' };
  if (element !== null) {
    return { ...about, field: field.label, value: `${element}: ${value === true ? 'in' : 'out'}`, what: 'changed' };
  }
  const decoded = field.decode(value);
  const words = decoded.ok && field.words !== undefined ? field.words(decoded.value) : valueInWords(value);
  return { ...about, field: field.label, value: words, what: 'changed' };
}

export function saveInWords(save: Save, kinds: ReadonlyMap<string, Kind>): SaveInWords {
  const { device, seq, by, command, note } = save;
  const changes = save.edits.flatMap((edit) => editInWords(edit, kinds) ?? []);
  return { device, seq, time: timeOf(save.at), by, command, note, changes };
}
