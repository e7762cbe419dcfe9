/** Actions: a pack keeps those that lead to a page or an address and drops all that run, send, play or open something. */
import type { CopyContext, EntryRule } from './copy-rule.ts';
import type { PdfDocument } from './document.ts';
import { addressAction, goTo } from './links.ts';
import { isArray, isDict, isName, Name, PdfStream, type PdfDict, type PdfValue } from './objects.ts';
import { stringBytes } from './strings.ts';

/** Every action type of PDF 2.0 (ISO 32000-2, 12.6.4). */
const actionTypes = new Set(
  (
    'GoTo GoToR GoToE GoToDp Launch Thread URI Sound Movie Hide Named ' +
    'SubmitForm ResetForm ImportData JavaScript SetOCGState Rendition Trans GoTo3DView RichMediaExecute'
  ).split(' '),
);
const harmlessNames = new Set(['NextPage', 'PrevPage', 'FirstPage', 'LastPage']);

/** The type of an action; null for a dictionary that is none. */
export function actionType(source: PdfDocument, value: PdfValue | undefined): string | null {
  const type = source.dict(value)?.get('S');
  const name = type === undefined ? null : source.resolve(type);
  return name instanceof Name && actionTypes.has(name.text) ? name.text : null;
}

const actionRule: EntryRule = (value, _dict, copy) => {
  const action = copy.source.dict(value);
  if (action === null) return value;
  // an element's attributes are kept under the same key
  if (action.has('O') || !action.has('S')) return action.has('JS') ? undefined : value;
  return allowed(action, copy);
};

function allowed(action: PdfDict, copy: CopyContext): PdfDict | undefined {
  const type = actionType(copy.source, action);
  if (type === 'GoTo') {
    const destination = copy.destination(action.get('D'));
    if (destination !== null) return goTo(destination);
    copy.tally.linksToNothing++;
    return undefined;
  }
  if (type === 'URI') {
    const address = stringBytes(copy.source.resolve(action.get('URI')));
    return address === null ? undefined : addressAction(address, copy);
  }
  const named = copy.source.resolve(action.get('N'));
  if (type === 'Named' && named instanceof Name && harmlessNames.has(named.text)) {
    return new Map<string, PdfValue>([
      ['S', new Name('Named')],
      ['N', named],
    ]);
  }
  copy.tally.scripts++;
  return undefined;
}

/** Actions set off by opening, entering, typing. A font may bear the same letters, so only actions are taken for such. */
const triggersRule: EntryRule = (value, _dict, copy) => {
  const triggers = copy.source.dict(value);
  if (triggers === null) return value;
  const actions = [...triggers.values()].filter((trigger) => actionType(copy.source, trigger) !== null);
  copy.tally.scripts += actions.length;
  return actions.length > 0 || triggers.size === 0 ? undefined : value;
};

/** The files inside a file specification. */
const embeddedRule: EntryRule = (value, _dict, copy) => {
  const files = [...(copy.source.dict(value)?.values() ?? [])].map((file) => copy.source.resolve(file));
  if (!files.some((file) => file instanceof PdfStream || isArray(file))) return value;
  copy.tally.attachments++;
  return undefined;
};

const associatedRule: EntryRule = (value, _dict, copy) => {
  const files = copy.source.resolve(value);
  const isFile = isDict(files) && (files.has('EF') || isName(files.get('Type'), 'Filespec'));
  return isArray(files) || isFile ? undefined : value;
};

/** Who made a picture, when and on which machine. */
const metadataRule: EntryRule = (value, _dict, copy) => {
  const metadata = copy.source.resolve(value);
  const described = metadata instanceof PdfStream && !isName(metadata.dict.get('Type'), 'XObject');
  return described && !metadata.dict.has('BBox') && !metadata.dict.has('Width') ? undefined : value;
};

/** A drawing program's own notes. */
const privateRule: EntryRule = () => undefined;

export const actionRules: ReadonlyMap<string, EntryRule> = new Map([
  ['A', actionRule],
  ['PA', actionRule],
  ['AA', triggersRule],
  ['EF', embeddedRule],
  ['RF', embeddedRule],
  ['AF', associatedRule],
  ['Metadata', metadataRule],
  ['PieceInfo', privateRule],
]);
