/** What a bundle changes in a record, field by field: what stood there, and what would. */
import type { Kind } from '#shared/changes/kind.ts';
import type { Row } from '#shared/changes/record.ts';
import { openText, plainWords, textKey } from '#shared/changes/text.ts';
import { isSameJson, type Json } from '#shared/kernel/json.ts';
import { inWords } from './decisions.ts';
import type { Alongside } from './written-alongside.ts';

export interface FieldChange {
  /** The field's label. */
  readonly field: string;
  readonly before: string;
  readonly after: string;
  /** Of a text: who wrote in it here without sight of what came. Both are in it afterwards. */
  readonly alongside: ReadonlyArray<string>;
}

/** Texts by their keys: their state, `null` where nothing has been written. */
export type TextsOf = ReadonlyMap<string, Uint8Array | null>;

export interface TextsAround {
  readonly before: TextsOf;
  readonly after: TextsOf;
  readonly alongside: Alongside;
}

/** Fields that nobody has a name for are left out, as they are in History. */
export function fieldChanges(
  kind: Kind,
  was: Row | undefined,
  is: Row,
  texts: TextsAround,
): ReadonlyArray<FieldChange> {
  return Object.entries(kind.fields).flatMap(([name, field]): FieldChange[] => {
    if (field.label === '') return [];
    if (field.merge === 'text') {
      const key = textKey(is.id, name);
      if (!texts.after.has(key)) return [];
      const [before, after] = [texts.before, texts.after].map((some) => plainWords(openText(some.get(key) ?? null)));
      if (before === after) return [];
      const alongside = texts.alongside.get(key) ?? [];
      return [{ field: field.label, before: before ?? '', after: after ?? '', alongside }];
    }
    const [before, after] = [was?.[name] ?? null, is[name] ?? null] as [Json, Json];
    if (isSameJson(before, after)) return [];
    const words = (value: Json): string => {
      if (Array.isArray(value)) return value.map(String).join(', ');
      const decoded = field.decode(value);
      return (decoded.ok ? field.words?.(decoded.value) : undefined) ?? (value === null ? '' : inWords(value));
    };
    return [{ field: field.label, before: was === undefined ? '' : words(before), after: words(after), alongside: [] }];
  });
}
