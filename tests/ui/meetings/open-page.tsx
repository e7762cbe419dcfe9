/** Screens of meetings on a real database, for tests. */
import { configure, render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { vi } from 'vitest';
import { rowsOf } from '#renderer/data/database.ts';
import { run } from '#renderer/data/run.ts';
import { SessionProvider } from '#renderer/data/session-context.tsx';
import type { Session } from '#renderer/data/session.ts';
import { KitProvider } from '#renderer/ui/kit-provider.tsx';
import { create, draft, type Change } from '#shared/changes/draft.ts';
import { agendaItemKind, type AgendaItem } from '#shared/domain/meetings/agenda-item.ts';
import { agendaOf } from '#shared/domain/meetings/agenda.ts';
import { bodyKind } from '#shared/domain/bodies/body.ts';
import { meetingKind } from '#shared/domain/meetings/meeting.ts';
import { civilDate } from '#shared/kernel/civil-date.ts';
import { clockTime } from '#shared/kernel/clock-time.ts';
import { ok } from '#shared/kernel/result.ts';

// Whole screens on a real database, on machines that do other things as well.
configure({ asyncUtilTimeout: 5000 });
vi.setConfig({ testTimeout: 30_000 });

export function openPage(session: Session, page: ReactElement): void {
  render(
    <KitProvider>
      <SessionProvider value={session}>{page}</SessionProvider>
    </KitProvider>,
  );
}

export async function keep(session: Session, ...changes: ReadonlyArray<ReadonlyArray<Change>>): Promise<void> {
  await run(session, () => ok(draft('Set up', '', changes)), null);
}

export async function keepBoard(session: Session): Promise<void> {
  await keep(
    session,
    create(bodyKind, 'board', {
      name: 'Partnership Board',
      usualPlace: 'Council Chamber',
      quorum: 5,
      standingItems: [{ title: 'Welcome and apologies', minutes: 5, lead: 'Chair' }],
    }),
  );
}

/** A meeting of the board on Thursday 10 December 2026, its items titled as given. */
export async function keepMeeting(session: Session, ...titles: ReadonlyArray<string>): Promise<void> {
  await keepBoard(session);
  await keep(
    session,
    create(meetingKind, 'meeting', {
      bodyId: 'board',
      bodyName: 'Partnership Board',
      date: civilDate('2026-12-10'),
      start: clockTime('10:00'),
      end: clockTime('11:00'),
      place: 'Council Chamber',
    }),
    ...titles.map((title, index) =>
      create(agendaItemKind, `item-${index + 1}`, {
        meetingId: 'meeting',
        title,
        minutes: 10,
        place: { under: null, key: `a${index}` },
      }),
    ),
  );
}

export async function itemsKept(session: Session): Promise<ReadonlyArray<AgendaItem>> {
  return rowsOf(session.database, agendaItemKind).toArray();
}

/** The agenda as the database has it: `1 Welcome`, `1.1 Apologies`. */
export async function agendaKept(session: Session): Promise<ReadonlyArray<string>> {
  return agendaOf(await itemsKept(session)).lines.map(({ number, item }) => `${number} ${item.title}`);
}
