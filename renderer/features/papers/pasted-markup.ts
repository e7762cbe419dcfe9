/**
 * Markup from the clipboard, as Word, Excel, Outlook, LibreOffice and browsers put it there. Headings, lists, tables, links and
 * bold or italic words are kept; looks, comments, hidden and deleted words are not.
 *
 * It is first tidied as text (the page's policy refuses styles wherever they come from), then, once it has been read into
 * nodes that belong to no page, Word's paragraphs that only look like lists are made lists.
 */

/** Attributes that only style or act. */
const idleAttributes = /\s(?:style|class|on[a-z]+)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi;

/** Where a Word list item says how deep it stands and in which list. */
const listMark = /mso-list:\s*l(\d+)\s+level(\d+)\s+lfo\d+/i;

/** Before it is read. Where it has headings of the first rank, all sink by one: here the first is the paper's title. */
export function tidyPasted(html: string): string {
  const plain = withoutUnseen(html).replaceAll(/<[a-z][^>]*>/gi, tidyTag);
  if (!/<h1[\s>]/i.test(plain)) return plain;
  return plain.replaceAll(
    /<(\/?)h([1-5])(?=[\s>])/gi,
    (_, slash: string, level: string) => `<${slash}h${Number(level) + 1}`,
  );
}

/** What a reader of the page would not have seen: styles, comments, deleted words, notes of Word's own. */
function withoutUnseen(html: string): string {
  return html
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll(/<!\[[^\]]*\]>/g, '')
    .replaceAll(/<(style|script|xml|del|o:p)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, '')
    .replaceAll(/<(span|p|div)\b[^>]*(?:display\s*:\s*none|mso-hide\s*:\s*all)[^>]*>[\s\S]*?<\/\1\s*>/gi, '')
    .replaceAll(/<(span|a)\b[^>]*(?:MsoCommentReference|mso-comment|msocom)[^>]*>[\s\S]*?<\/\1\s*>/gi, '');
}

/** Keeps of a tag's look only what says what it is. */
function tidyTag(tag: string): string {
  const style = /\sstyle\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag);
  const look = (style?.[1] ?? style?.[2] ?? '').replaceAll('&quot;', '"');
  const said = listMark.exec(look);
  const plain = tag.replaceAll(idleAttributes, '');
  const extra = [
    ...(said === null ? [] : [` data-list="${said[1]}" data-depth="${said[2]}"`]),
    ...(/mso-list:\s*Ignore/i.test(look) ? [' data-list-mark="yes"'] : []),
  ].join('');
  const end = plain.endsWith('/>') ? -2 : -1;
  const marked = extra === '' ? plain : `${plain.slice(0, end)}${extra}${plain.slice(end)}`;
  // Browsers and LibreOffice say bold and italic by their look alone.
  if (/^<span/i.test(tag)) {
    if (/font-weight\s*:\s*(?:bold|[6-9]00)/i.test(look)) return `${marked}<b data-look="yes">`;
    if (/font-style\s*:\s*italic/i.test(look)) return `${marked}<i data-look="yes">`;
  }
  return marked;
}

/** After it has been read: paragraphs that Word numbers become lists. */
export function listsFromWord(root: ParentNode): void {
  for (const first of root.querySelectorAll('[data-depth]')) {
    if (!first.isConnected && first.parentNode === null) continue;
    if (first.closest('ul, ol') !== null) continue;
    const items = run(first);
    const list = nested(items, depthOf(first));
    first.before(list);
    for (const item of items) item.remove();
  }
}

/** The paragraphs of one list: those that follow without another between. */
function run(first: Element): Element[] {
  const items = [first];
  for (let next = first.nextElementSibling; next?.hasAttribute('data-depth') === true; next = next.nextElementSibling) {
    items.push(next);
  }
  return items;
}

function depthOf(item: Element): number {
  return Number(item.getAttribute('data-depth')) || 1;
}

function nested(items: ReadonlyArray<Element>, depth: number): Element {
  const { ownerDocument } = items[0] ?? document.body;
  const list = ownerDocument.createElement(items[0] !== undefined && isNumbered(items[0]) ? 'ol' : 'ul');
  for (let at = 0; at < items.length;) {
    const item = items[at];
    if (item === undefined) break;
    let end = at + 1;
    while (end < items.length && depthOf(items[end] ?? item) > depth) end++;
    const entry = ownerDocument.createElement('li');
    const words = ownerDocument.createElement('p');
    for (const mark of item.querySelectorAll('[data-list-mark]')) mark.remove();
    words.append(...item.childNodes);
    entry.append(words);
    const below = items.slice(at + 1, end);
    if (below.length > 0) entry.append(nested(below, Math.min(...below.map(depthOf))));
    list.append(entry);
    at = end;
  }
  return list;
}

/** `1.`, `a)` or `iv.` before the words; a sign stands for no number. */
function isNumbered(item: Element): boolean {
  const mark = item.querySelector('[data-list-mark]')?.textContent?.replaceAll(/\s/g, '') ?? '';
  return /^\(?(?:\d+(?:\.\d+)*|[a-z]{1,4})[.)]/i.test(mark);
}

/** Excel's first row, where all of it is bold, names its columns. */
export function headersFromExcel(root: ParentNode): void {
  for (const table of root.querySelectorAll('table')) {
    if (table.querySelector('th') !== null) continue;
    const [first, second] = table.querySelectorAll('tr');
    const cells = [...(first?.querySelectorAll('td') ?? [])];
    const areBold = cells.length > 1 && cells.every((cell) => isBold(cell));
    if (!areBold || second === undefined || [...second.querySelectorAll('td')].every((cell) => isBold(cell))) continue;
    for (const cell of cells) {
      const header = cell.ownerDocument.createElement('th');
      for (const { name, value } of cell.attributes) header.setAttribute(name, value);
      header.append(...cell.childNodes);
      cell.replaceWith(header);
    }
  }
}

function isBold(cell: Element): boolean {
  const words = cell.textContent?.trim() ?? '';
  const bold = [...cell.querySelectorAll('b, strong')].map((part) => part.textContent?.trim() ?? '').join('');
  return words !== '' && bold.replaceAll(/\s/g, '') === words.replaceAll(/\s/g, '');
}
