import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { rowsOf } from '#renderer/data/database.ts';
import { run } from '#renderer/data/run.ts';
import { SessionProvider } from '#renderer/data/session-context.tsx';
import { PackPanel } from '#renderer/features/packs/pack-panel.tsx';
import { KitProvider } from '#renderer/ui/kit-provider.tsx';
import { create, draft } from '#shared/changes/draft.ts';
import { agendaItemKind } from '#shared/domain/meetings/agenda-item.ts';
import { meetingKind } from '#shared/domain/meetings/meeting.ts';
import { packIdOf, packKind } from '#shared/domain/packs/pack.ts';
import { paperKind } from '#shared/domain/papers/paper.ts';
import { ok } from '#shared/kernel/result.ts';
import { testSession } from '#tests/support/workspace.ts';

test('papers are left out and taken in again, and one without an item is told', async () => {
  const session = await testSession();
  const made = [
    create(meetingKind, 'm', { bodyName: 'Board' }),
    create(agendaItemKind, 'i', { meetingId: 'm', title: 'Transport', place: { under: null, key: 'a0' } }),
    create(paperKind, 'p', { meetingId: 'm', itemId: 'i', title: 'Transport pilot', status: 'ready' }),
    create(paperKind, 'q', { meetingId: 'm', title: 'Loose paper' }),
  ];
  await run(session, () => ok(draft('Made', '', made)), null);
  render(
    <KitProvider>
      <SessionProvider value={session}>
        <PackPanel meetingId="m" />
      </SessionProvider>
    </KitProvider>,
  );
  expect(await screen.findByText('1 of 1 papers ready')).toBeTruthy();
  expect(screen.getByText('Not on the agenda')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Loose paper' })).toBeTruthy();

  const leftOut = async () => (await rowsOf(session.database, packKind).get(packIdOf('m')))?.leftOut;
  await userEvent.click(screen.getByRole('checkbox', { name: '1 Transport pilot' }));
  await waitFor(async () => expect(await leftOut()).toEqual(['p']));
  expect(await screen.findByText('0 of 0 papers ready')).toBeTruthy();
  await userEvent.click(screen.getByRole('checkbox', { name: '1 Transport pilot' }));
  await waitFor(async () => expect(await leftOut()).toEqual([]));
});
