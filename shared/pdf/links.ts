/** Links between the parts of a pack: our own pages name them by addresses that nobody can ever own (RFC 6761, .invalid). */
import type { CopyContext } from './copy-rule.ts';
import { nameOf, type PdfDict, type PdfValue } from './objects.ts';
import { textString } from './strings.ts';

const agendaAddress = 'https://pack.invalid/agenda';
const itemAddress = 'https://pack.invalid/item/';

/** The id of the part that an address in our own pages means; null for an address of the outer world. */
export function partNamedBy(address: string): string | null {
  if (address === agendaAddress) return 'agenda';
  if (!address.startsWith(itemAddress)) return null;
  const id = address.slice(itemAddress.length);
  try {
    return decodeURIComponent(id);
  } catch {
    return id; // a stray per cent sign: the id as it stands
  }
}

export function goTo(destination: PdfValue): PdfDict {
  return new Map<string, PdfValue>([
    ['S', nameOf('GoTo')],
    ['D', destination],
  ]);
}

/** What a link's address becomes: an action, or undefined for a link that leads nowhere. */
export function addressAction(address: string, copy: CopyContext): PdfDict | undefined {
  const part = copy.part.ownPages ? partNamedBy(address) : null;
  if (part !== null) {
    const start = copy.partStart(part);
    if (start !== null) return goTo(start.destination);
    copy.tally.linksToNothing++;
    return undefined;
  }
  if (/^\s*(?:javascript|vbscript|data)\s*:/i.test(address)) {
    copy.tally.scripts++;
    return undefined;
  }
  return new Map<string, PdfValue>([
    ['S', nameOf('URI')],
    ['URI', textString(address)],
  ]);
}

/** Words for a screen reader where a link of ours has none of its own. */
export function linkDescription(address: string | null, copy: CopyContext): string | null {
  if (address === null) return null;
  const part = partNamedBy(address);
  return part === null ? address : (copy.partStart(part)?.title ?? null);
}
