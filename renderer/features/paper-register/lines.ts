/** The register's lines: each paper with what its meeting, item and file say of it. Pure, so that it is judged without a screen. */
import { bodyKind, type Body } from '#shared/domain/bodies/body.ts';
import { agendaItemKind, type AgendaItem } from '#shared/domain/meetings/agenda-item.ts';
import { meetingKind, type Meeting } from '#shared/domain/meetings/meeting.ts';
import { papersDueOn } from '#shared/domain/meetings/papers-due.ts';
import { daysLate, isOwed } from '#shared/domain/papers/lateness.ts';
import { paperVersionKind, type PaperVersion } from '#shared/domain/papers/paper-version.ts';
import { statusWords } from '#shared/domain/papers/paper.commands.ts';
import { paperKind, type Paper } from '#shared/domain/papers/paper.ts';
import { dayOfMonth, monthInWords, yearOf, type CivilDate } from '#shared/kernel/civil-date.ts';
import type { RowsByKind } from '#renderer/data/kept-rows.ts';

/** The kinds a line is made of. */
export const lineKinds = [paperKind, paperVersionKind, agendaItemKind, meetingKind, bodyKind] as const;

export interface PaperLine {
  readonly paper: Paper;
  readonly id: string;
  /** `Partnership Board, 10 Dec 2026`; empty where the paper has no meeting yet. */
  readonly meetingName: string;
  readonly meeting: Meeting | null;
  readonly item: AgendaItem | null;
  /** Its own due date, else the day on which the meeting's papers go out. */
  readonly due: CivilDate | null;
  readonly received: CivilDate | null;
  /** `null` where it cannot be told. */
  readonly late: number | null;
  readonly owed: boolean;
  /** Number of the version in use; `null` for a paper written here. */
  readonly version: number | null;
  /** Pages of the file; `null` where there is none, or the paper is written here and not printed yet. */
  readonly pages: number | null;
  readonly isRestricted: boolean;
  /** What typing in the filter is looked for in, in small letters. */
  readonly words: string;
}

/** `10 Dec 2026` */
export function shortDay(day: CivilDate): string {
  return `${dayOfMonth(day)} ${monthInWords(day).slice(0, 3)} ${yearOf(day)}`;
}

/** Every paper as a line: those of no meeting first, then the latest meeting, in the order of its agenda. */
export function linesOf(rows: RowsByKind, today: CivilDate): ReadonlyArray<PaperLine> {
  const all = <Kept>(kind: { readonly name: string }): ReadonlyMap<string, Kept> =>
    (rows.get(kind.name) ?? new Map()) as ReadonlyMap<string, Kept>;
  const [meetings, items] = [all<Meeting>(meetingKind), all<AgendaItem>(agendaItemKind)];
  const versions = all<PaperVersion>(paperVersionKind);
  const bodies = all<Body>(bodyKind);
  const homes = new Map<string, MeetingFacts>();
  for (const meeting of meetings.values()) homes.set(meeting.id, factsOf(meeting, bodies.get(meeting.bodyId)));
  const firstAdded = firstAddedOf(versions);
  const lines = [...all<Paper>(paperKind).values()].map((paper) => {
    const home = homes.get(paper.meetingId ?? '') ?? nowhere;
    const item = items.get(paper.itemId ?? '') ?? null;
    const version = versions.get(paper.versionId ?? '') ?? null;
    const due = paper.dueOn ?? home.due;
    const owed = isOwed({ status: paper.status, received: paper.receivedOn });
    // What an older Packhorse marked ready has no day of its own; the file's day is the nearest known.
    const received = owed ? null : (paper.receivedOn ?? firstAdded.get(paper.id) ?? null);
    return {
      sortBy: `${home.order} ${agendaOrder(item, items)} ${paper.place} ${paper.title}`,
      line: {
        paper,
        id: paper.id,
        meetingName: home.name,
        meeting: home.meeting,
        item,
        due,
        received,
        late: daysLate({ status: paper.status, due, received }, today),
        owed,
        version: version?.number ?? null,
        pages: version?.facts?.pages ?? null,
        isRestricted: item?.isRestricted ?? false,
        words:
          `${paper.title}\n${paper.author}\n${home.name}\n${item?.title ?? ''}\n${statusWords[paper.status]}`.toLowerCase(),
      },
    };
  });
  return lines.sort((a, b) => (a.sortBy < b.sortBy ? -1 : a.sortBy > b.sortBy ? 1 : 0)).map(({ line }) => line);
}

interface MeetingFacts {
  readonly meeting: Meeting | null;
  readonly name: string;
  readonly due: CivilDate | null;
  /** Sorts the latest meeting first, after what has none or no date. */
  readonly order: string;
}

const nowhere: MeetingFacts = { meeting: null, name: '', due: null, order: '' };

function factsOf(meeting: Meeting, body: Body | undefined): MeetingFacts {
  const { date } = meeting;
  const name = `${meeting.bodyName === '' ? 'Meeting' : meeting.bodyName}, ${date === null ? 'no date yet' : shortDay(date)}`;
  const due = date === null || body === undefined ? null : papersDueOn(date, body);
  return { meeting, name, due, order: `${date === null ? '!' : backwards(date)}~${meeting.id}` };
}

/** A day written so that the later one sorts first. */
function backwards(date: CivilDate): string {
  return date.replace(/\d/g, (figure) => String(9 - Number(figure)));
}

/** An item's own papers come before those of the items under it, and both before the next item's. */
function agendaOrder(item: AgendaItem | null, items: ReadonlyMap<string, AgendaItem>): string {
  if (item === null) return '~';
  const above = item.place.under === null ? undefined : items.get(item.place.under);
  return above === undefined ? `${item.place.key}\u0001` : `${above.place.key}\u0002${item.place.key}\u0001`;
}

function firstAddedOf(versions: ReadonlyMap<string, PaperVersion>): ReadonlyMap<string, CivilDate> {
  const first = new Map<string, CivilDate>();
  for (const { paperId, addedOn } of versions.values()) {
    const known = first.get(paperId);
    if (addedOn !== null && (known === undefined || addedOn < known)) first.set(paperId, addedOn);
  }
  return first;
}
