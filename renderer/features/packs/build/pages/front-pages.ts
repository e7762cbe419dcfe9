/** The cover and the agenda, as HTML. The agenda's lines lead to their papers and say on which page each begins. */
import { groundInWords } from '#shared/domain/meetings/restriction.ts';
import type { Meeting } from '#shared/domain/meetings/meeting.ts';
import { purposeInWords } from '#shared/domain/meetings/agenda-item.ts';
import type { Edition } from '#shared/domain/packs/issued-pack.ts';
import type { PackEntry, PaperLine } from '#shared/domain/packs/pack-contents.ts';
import { packName } from '#shared/domain/packs/pack-order.ts';
import { escapeHtml } from '#shared/kernel/escape-html.ts';
import { inWords as dateInWords } from '#shared/kernel/civil-date.ts';
import { inWords as timeInWords } from '#shared/kernel/clock-time.ts';

/** Where a paper stands, for the agenda to say. */
export interface AgendaMark {
  /** The number printed on its first page, such as `12` or `R3`. */
  readonly page: string;
  /** The part that the line leads to. */
  readonly part: string;
  /** Whether that part is in this very file, or only in the pack issued before and in the consolidated one. */
  readonly isHere: boolean;
  /** Such as `New` or `Replaces pages 91–104`; empty in a main pack. */
  readonly note: string;
}

export interface CoverPage {
  readonly edition: Edition;
  readonly form: 'main' | 'supplement';
  readonly issue: number;
  readonly meeting: Meeting;
  readonly organisation: string;
  /** The first number of this file, such as `121`. */
  readonly first: string;
  /** Who may have a restricted pack. */
  readonly access: ReadonlyArray<string>;
}

export interface AgendaPages {
  readonly meeting: Meeting;
  readonly form: 'main' | 'supplement';
  readonly issue: number;
  readonly entries: ReadonlyArray<PackEntry>;
  /** By paper; none for a paper without pages so far. */
  readonly marks: ReadonlyMap<string, AgendaMark>;
  /** Papers taken back: their names and the pages they had. */
  readonly withdrawn: ReadonlyArray<{ readonly title: string; readonly pages: string }>;
}

export function whenInWords({ date, start, end }: Meeting): string {
  const day = date === null ? 'Date to be agreed' : dateInWords(date);
  if (start === null) return day;
  return `${day}, ${timeInWords(start)}${end === null ? '' : ` to ${timeInWords(end)}`}`;
}

/** `Partnership Board, 10 December 2026: supplement 1` */
export function packTitle(meeting: Meeting, name: string): string {
  const day = meeting.date === null ? '' : `, ${dateInWords(meeting.date)}`;
  return `${meeting.bodyName}${day}: ${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

/** The cover: one page, unless many may have a restricted pack. */
export function coverHtml(cover: CoverPage): string {
  const { edition, form, issue, meeting, organisation, access } = cover;
  const place = meeting.place === '' ? '' : `<dt>Place</dt><dd>${escapeHtml(meeting.place)}</dd>`;
  const issued = form === 'main' ? '' : `<dt>Issue</dt><dd>${issue}, which adds to what was issued before</dd>`;
  const names = access.map((name) => `<li>${escapeHtml(name)}</li>`).join('');
  const list = edition === 'restricted' && access.length > 0 ? `<h2>Access list</h2><ul>${names}</ul>` : '';
  return `<section class="cover"><div class="mark"></div><p class="body">${escapeHtml(organisation)}</p>
<h1>${escapeHtml(meeting.bodyName)}</h1><p class="body">${packName(edition, form, issue)}</p>
<dl><dt>Meeting</dt><dd>${escapeHtml(whenInWords(meeting))}</dd>${place}${issued}</dl>${list}<p class="foot">${coverNote(cover)}</p></section>`;
}

function coverNote({ edition, form, first, access }: CoverPage): string {
  const on =
    form === 'main'
      ? 'Page numbers run from this cover: the number printed, the number in your reader and the page in your hand are the same.'
      : `Page numbers go on from the pack issued before: this page is ${first}. No number is used twice.`;
  if (edition === 'public') return on;
  const whom = access.length > 0 ? 'For those on the access list' : 'For members and officers named to receive them';
  return `Restricted papers. ${whom}; not for publication. ${on}`;
}

const packLink = 'https://pack.invalid/item/';

function linked(words: string, { part, isHere }: AgendaMark, className: string): string {
  const kind = [className, isHere ? '' : 'elsewhere'].filter((name) => name !== '').join(' ');
  return `<a${kind === '' ? '' : ` class="${kind}"`} href="${packLink}${encodeURIComponent(part)}">${words}</a>`;
}

function noteHtml({ note }: AgendaMark): string {
  return note === '' ? '' : ` <span class="note">${escapeHtml(note)}</span>`;
}

function paperHtml({ id, title }: PaperLine, marks: ReadonlyMap<string, AgendaMark>): string {
  const mark = marks.get(id);
  const words = escapeHtml(title);
  if (mark === undefined) return `<span class="papers quiet">${words} (to follow)</span>`;
  return `<span class="papers">${linked(words, mark, '')} <span class="at">page ${mark.page}</span>${noteHtml(mark)}</span>`;
}

/** The item's title, which leads straight to its paper where that bears the same name. */
function titleHtml(title: string, only: AgendaMark | null): string {
  const words = escapeHtml(title);
  if (only === null) return `<span class="title">${words}</span>`;
  return `${linked(words, only, 'title')}${noteHtml(only)}`;
}

function lineHtml({ item, papers, leftOut, isWithheld }: PackEntry, marks: ReadonlyMap<string, AgendaMark>): string {
  const row = item.depth > 0 ? ' class="sub"' : '';
  const minutes = `<td class="minutes">${item.minutes === null ? '' : item.minutes}</td>`;
  const ground = item.ground === null ? '' : ` ${escapeHtml(groundInWords(item.ground))}`;
  const number = `<td class="number">${item.number}</td>`;
  if (isWithheld) {
    return `<tr${row}>${number}<td><span class="restricted">Restricted item.</span>${ground}</td><td></td>${minutes}</tr>`;
  }
  const [first] = papers;
  const isNamedAlike = papers.length === 1 && first?.title === item.title;
  const only = isNamedAlike ? (marks.get(first.id) ?? null) : null;
  const lead = item.lead === '' ? '' : `, ${escapeHtml(item.lead)}`;
  const restricted = item.isRestricted ? `<br><span class="restricted">Restricted.</span>${ground}` : '';
  const list = only === null ? papers.map((paper) => paperHtml(paper, marks)).join('') : '';
  const out = leftOut
    .map((title) => `<span class="papers quiet">${escapeHtml(title)} (not in this pack)</span>`)
    .join('');
  const page = papers.map((paper) => marks.get(paper.id)?.page).find((found) => found !== undefined) ?? '';
  return `<tr${row}>${number}<td>${titleHtml(item.title, only)} <span class="quiet">For ${purposeInWords(item.purpose).toLowerCase()}${lead}</span>${restricted}${list}${out}</td><td class="page">${page}</td>${minutes}</tr>`;
}

/** The agenda, whose layout does not depend on the numbers it states. */
export function agendaHtml({ meeting, form, issue, entries, marks, withdrawn }: AgendaPages): string {
  const place = meeting.place === '' ? '' : `<tr><th scope="row">Place</th><td>${escapeHtml(meeting.place)}</td></tr>`;
  const again =
    form === 'main'
      ? ''
      : `<p>Issued again with supplement ${issue - 1}. What is new, and what takes the place of pages given out before, is marked.</p>`;
  const gone = withdrawn.map(({ title, pages }) => `<li>${escapeHtml(title)}: ${escapeHtml(pages)} withdrawn</li>`);
  return `<section><h1>Agenda</h1>${again}
<table class="facts"><tbody><tr><th scope="row">Body</th><td>${escapeHtml(meeting.bodyName)}</td></tr><tr><th scope="row">When</th><td>${escapeHtml(whenInWords(meeting))}</td></tr>${place}</tbody></table>
<table class="agenda"><thead><tr><th scope="col" class="number">Item</th><th scope="col">Business</th><th scope="col" class="page">Page</th><th scope="col" class="minutes">Minutes</th></tr></thead><tbody>
${entries.map((entry) => lineHtml(entry, marks)).join('\n')}
</tbody></table>${gone.length === 0 ? '' : `<h2>Withdrawn</h2><ul>${gone.join('')}</ul>`}</section>`;
}
