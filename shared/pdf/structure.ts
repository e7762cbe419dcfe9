/**
 * Fits the structure elements of a tagged file into the pack's tree: keys offset, roles and classes renamed where two files
 * differ, identifiers made the part's own, and everything of pages that are not taken left out.
 */
import type { CopyContext, EntryRule } from './copy-rule.ts';
import type { PdfDocument } from './document.ts';
import { isArray, isDict, isName, Name, nameOf, Ref, type PdfDict, type PdfValue } from './objects.ts';
import { latin1String, stringBytes, textString } from './strings.ts';
import { fieldInWords } from './forms.ts';

/** The file's structure tree; null for a file that has none worth the name. */
export function structureRoot(source: PdfDocument): PdfDict | null {
  const root = source.dict(source.catalogue.get('StructTreeRoot'));
  const kids = source.resolve(root?.get('K'));
  return root !== null && (isDict(kids) || (isArray(kids) && kids.length > 0)) ? root : null;
}

/** What an element must become in the pack; any other dictionary is given back as it is. */
export function reshapeElement(dict: PdfDict, copy: CopyContext): PdfDict {
  const role = dict.get('S');
  if (!copy.tags.tagged || !(role instanceof Name) || !dict.has('P')) return dict;
  const type = dict.get('Type');
  if (type !== undefined && !isName(type, 'StructElem')) return dict;
  const page = dict.get('Pg');
  const pageIsGone = page instanceof Ref && copy.pagePlace(page) === null;
  const changes: PdfDict = new Map();
  const renamed = copy.tags.roles.get(role.text);
  if (renamed !== undefined) changes.set('S', renamed);
  if (dict.has('C')) changes.set('C', prefixedClasses(dict.get('C'), copy));
  if (dict.has('ID')) {
    const id = stringBytes(copy.source.resolve(dict.get('ID')));
    changes.set('ID', id === null ? null : latin1String(copy.tags.prefix + id));
  }
  if (pageIsGone) for (const key of ['Pg', 'Alt', 'ActualText', 'E', 'T']) changes.set(key, null);
  reshapeKids(dict, pageIsGone, changes, copy);
  // an entry that is null is not written
  return changes.size === 0 ? dict : new Map([...dict, ...changes]);
}

function reshapeKids(dict: PdfDict, pageIsGone: boolean, changes: PdfDict, copy: CopyContext): void {
  const held = dict.get('K');
  if (held === undefined || (typeof held === 'number' && !pageIsGone)) return;
  const resolved = copy.source.resolve(held);
  const kids = isArray(resolved) ? resolved : [held];
  const kept = kids.filter((kid) => (typeof kid === 'number' ? !pageIsGone : !isGone(kid, copy, dict, changes)));
  const mended = copy.part.ownPages && isName(dict.get('S'), 'LI') ? withListBody(dict, kept, copy) : kept;
  if (mended.length === 0) changes.set('K', null);
  else if (mended !== kept || kept.length < kids.length) changes.set('K', mended);
}

/** Content on a page that is not taken, or an annotation that stays behind. A form field's value is kept in words. */
function isGone(kid: PdfValue, copy: CopyContext, element: PdfDict, changes: PdfDict): boolean {
  const dict = copy.source.dict(kid);
  if (dict === null) return true;
  const type = dict.get('Type');
  const page = dict.get('Pg');
  if (isName(type, 'MCR')) return page instanceof Ref && copy.pagePlace(page) === null;
  if (!isName(type, 'OBJR')) return false;
  const object = dict.get('Obj');
  if (object instanceof Ref && copy.isLeftBehind(object.number)) {
    const words = fieldInWords(copy.source, copy.source.dict(object));
    if (words !== null && !element.has('Alt')) changes.set('Alt', textString(words));
    return true;
  }
  return page instanceof Ref && copy.pagePlace(page) === null;
}

/** The browser that prints our pages leaves out the body that a list item must have beside its label. */
function withListBody(item: PdfDict, kids: ReadonlyArray<PdfValue>, copy: CopyContext): ReadonlyArray<PdfValue> {
  const roleOf = (kid: PdfValue): string | null => {
    const role = copy.source.dict(kid)?.get('S');
    return role instanceof Name ? role.text : null;
  };
  const labels = kids.filter((kid) => roleOf(kid) === 'Lbl');
  const body = kids.filter((kid) => roleOf(kid) !== 'Lbl');
  if (body.length === 0 || copy.writing === null || kids.some((kid) => roleOf(kid) === 'LBody')) return kids;
  const listBody: PdfDict = new Map<string, PdfValue>([
    ['Type', nameOf('StructElem')],
    ['S', nameOf('LBody')],
    ['P', copy.writing],
    ['Pg', item.get('Pg') ?? null],
    ['K', body],
  ]);
  const place = copy.create(listBody);
  for (const kid of body) {
    if (kid instanceof Ref && roleOf(kid) !== null) copy.putOver(kid.number, new Map([['P', place]]));
  }
  return [...labels, place];
}

function prefixedClasses(value: PdfValue | undefined, copy: CopyContext): PdfValue {
  const classes = copy.source.resolve(value);
  const prefixed = (item: PdfValue): PdfValue => (item instanceof Name ? new Name(copy.tags.prefix + item.text) : item);
  return isArray(classes) ? classes.map(prefixed) : prefixed(classes);
}

/** A page's or annotation's key into the parent tree. In a file without tags it means nothing. */
const parentKeyRule: EntryRule = (value, _dict, copy) => {
  const key = copy.source.resolve(value);
  if (typeof key !== 'number') return value;
  if (!copy.tags.tagged || key < 0) return undefined;
  copy.tags.highest = Math.max(copy.tags.highest, key + copy.tags.offset);
  return key + copy.tags.offset;
};

/** A table cell names its header cells. */
const headersRule: EntryRule = (value, dict, copy) => {
  const headers = copy.source.resolve(value);
  if (!copy.tags.tagged || !dict.has('O') || !isArray(headers)) return value;
  return headers.map((header) => {
    const id = stringBytes(copy.source.resolve(header));
    return id === null ? header : latin1String(copy.tags.prefix + id);
  });
};

export const structureRules: ReadonlyMap<string, EntryRule> = new Map([
  ['StructParents', parentKeyRule],
  ['StructParent', parentKeyRule],
  ['Headers', headersRule],
]);
