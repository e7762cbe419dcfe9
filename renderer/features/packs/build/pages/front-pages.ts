/** The cover and the agenda, as HTML. The agenda's lines lead to their papers and say on which page each begins. */
import { groundInWords } from '#shared/domain/meetings/restriction.ts';
import type { Meeting } from '#shared/domain/meetings/meeting.ts';
import { purposeInWords } from '#shared/domain/meetings/agenda-item.ts';
import type { Edition, PackEntry, PaperLine } from '#shared/domain/packs/pack-contents.ts';
import { escapeHtml } from '#shared/domain/packs/text-html.ts';
import { inWords as dateInWords } from '#shared/kernel/civil-date.ts';
import { inWords as timeInWords } from '#shared/kernel/clock-time.ts';

export interface FrontPages {
  readonly edition: Edition;
  readonly meeting: Meeting;
  readonly organisation: string;
  readonly entries: ReadonlyArray<PackEntry>;
  /** The printed number of each paper's first page, such as `12` or `R3`; absent for papers left out. */
  readonly firstPages: ReadonlyMap<string, string>;
}

export function whenInWords({ date, start, end }: Meeting): string {
  const day = date === null ? 'Date to be agreed' : dateInWords(date);
  if (start === null) return day;
  return `${day}, ${timeInWords(start)}${end === null ? '' : ` to ${timeInWords(end)}`}`;
}

export function packTitle(meeting: Meeting, edition: Edition): string {
  const day = meeting.date === null ? '' : `, ${dateInWords(meeting.date)}`;
  return `${meeting.bodyName}${day}: ${edition === 'public' ? 'board pack' : 'restricted pack'}`;
}

/** The cover: one page. */
export function coverHtml({ edition, meeting, organisation }: Omit<FrontPages, 'entries' | 'firstPages'>): string {
  const place = meeting.place === '' ? '' : `<dt>Place</dt><dd>${escapeHtml(meeting.place)}</dd>`;
  const note =
    edition === 'restricted'
      ? '<p class="foot">Restricted papers. For members and officers named to receive them; not for publication.</p>'
      : '<p class="foot">Page numbers run from this cover: the number printed, the number in your reader and the page in your hand are the same.</p>';
  return `<section class="cover"><div class="mark"></div><p class="body">${escapeHtml(organisation)}</p>
<h1>${escapeHtml(meeting.bodyName)}</h1><p class="body">${edition === 'public' ? 'Board pack' : 'Restricted pack'}</p>
<dl><dt>Meeting</dt><dd>${escapeHtml(whenInWords(meeting))}</dd>${place}</dl>${note}</section>`;
}

const packLink = 'https://pack.invalid/item/';

function paperHtml({ id, title }: PaperLine, firstPages: ReadonlyMap<string, string>): string {
  const page = firstPages.get(id);
  if (page === undefined) return `<span class="papers quiet">${escapeHtml(title)} (not in this pack)</span>`;
  return `<span class="papers"><a href="${packLink}${escapeHtml(id)}">${escapeHtml(title)}</a> <span class="at">page ${page}</span></span>`;
}

/** The item's title, which leads straight to its paper where that bears the same name. */
function titleHtml(title: string, only: PaperLine | null): string {
  const words = `<span class="title">${escapeHtml(title)}</span>`;
  return only === null ? words : `<a class="title" href="${packLink}${escapeHtml(only.id)}">${escapeHtml(title)}</a>`;
}

function lineHtml({ item, papers, isWithheld }: PackEntry, firstPages: ReadonlyMap<string, string>): string {
  const row = item.depth > 0 ? ' class="sub"' : '';
  const minutes = `<td class="minutes">${item.minutes === null ? '' : item.minutes}</td>`;
  const ground = item.ground === null ? '' : ` ${escapeHtml(groundInWords(item.ground))}`;
  const number = `<td class="number">${item.number}</td>`;
  if (isWithheld) {
    return `<tr${row}>${number}<td><span class="restricted">Restricted item.</span>${ground}</td><td></td>${minutes}</tr>`;
  }
  const [first] = papers;
  const isNamedAlike = papers.length === 1 && first?.title === item.title && firstPages.has(first.id);
  const only = isNamedAlike ? (first ?? null) : null;
  const lead = item.lead === '' ? '' : `, ${escapeHtml(item.lead)}`;
  const restricted = item.isRestricted ? `<br><span class="restricted">Restricted.</span>${ground}` : '';
  const list = only === null ? papers.map((paper) => paperHtml(paper, firstPages)).join('') : '';
  const page = papers.map((paper) => firstPages.get(paper.id)).find((found) => found !== undefined) ?? '';
  return `<tr${row}>${number}<td>${titleHtml(item.title, only)} <span class="quiet">For ${purposeInWords(item.purpose).toLowerCase()}${lead}</span>${restricted}${list}</td><td class="page">${page}</td>${minutes}</tr>`;
}

/** The agenda, whose layout does not depend on the numbers it states. */
export function agendaHtml({ meeting, entries, firstPages }: Omit<FrontPages, 'edition' | 'organisation'>): string {
  const place = meeting.place === '' ? '' : `<tr><th scope="row">Place</th><td>${escapeHtml(meeting.place)}</td></tr>`;
  return `<section><h1>Agenda</h1>
<table class="facts"><tbody><tr><th scope="row">Body</th><td>${escapeHtml(meeting.bodyName)}</td></tr><tr><th scope="row">When</th><td>${escapeHtml(whenInWords(meeting))}</td></tr>${place}</tbody></table>
<table class="agenda"><thead><tr><th scope="col" class="number">Item</th><th scope="col">Business</th><th scope="col" class="page">Page</th><th scope="col" class="minutes">Minutes</th></tr></thead><tbody>
${entries.map((entry) => lineHtml(entry, firstPages)).join('\n')}
</tbody></table></section>`;
}
