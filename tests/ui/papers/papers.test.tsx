import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ReactElement } from 'react';
import { PapersScreen } from '#renderer/app/papers-screen.tsx';
import { rowsOf } from '#renderer/data/database.ts';
import { flateCodec } from '#renderer/data/flate-codec.ts';
import { run } from '#renderer/data/run.ts';
import { SessionProvider } from '#renderer/data/session-context.tsx';
import type { Session } from '#renderer/data/session.ts';
import { reportDismissed } from '#renderer/features/papers/attaching.store.ts';
import type { InspectAnswer } from '#renderer/features/papers/inspect.worker.ts';
import { ItemPaperList } from '#renderer/features/papers/item-paper-list.tsx';
import { ItemPapers } from '#renderer/features/papers/item-papers.tsx';
import { ItemPages } from '#renderer/features/papers/item-pages.tsx';
import { lookAtFile, type FileToLookAt } from '#renderer/features/papers/look-at-file.ts';
import { filterCleared } from '#renderer/features/paper-register/register.store.ts';
import { PaperPage } from '#renderer/features/papers/paper-page.tsx';
import { browserHost } from '#renderer/host/browser-host.ts';
import { HostProvider } from '#renderer/host/host-context.ts';
import { KitProvider } from '#renderer/ui/kit-provider.tsx';
import { create, draft, type Change } from '#shared/changes/draft.ts';
import { agendaItemKind } from '#shared/domain/meetings/agenda-item.ts';
import { meetingKind } from '#shared/domain/meetings/meeting.ts';
import { paperVersionKind } from '#shared/domain/papers/paper-version.ts';
import { paperKind } from '#shared/domain/papers/paper.ts';
import { civilDate } from '#shared/kernel/civil-date.ts';
import { ok } from '#shared/kernel/result.ts';
import { testSession } from '#tests/support/workspace.ts';
import { pagelessPdf, smallPdf } from '#tests/unit/papers/small-pdfs.ts';

/** Stands for the worker, which jsdom has not: looks at the file here and answers as the worker does. */
class WorkerHere extends EventTarget {
  postMessage(asked: FileToLookAt): void {
    void lookAtFile(asked, { codec: flateCodec, draw: () => Promise.resolve(null) }).then((result) => {
      const data: InspectAnswer = { type: 'looked', result };
      this.dispatchEvent(new MessageEvent('message', { data }));
    });
  }
  terminate(): void {}
}

beforeEach(() => vi.stubGlobal('Worker', WorkerHere));
afterEach(() => {
  vi.unstubAllGlobals();
  reportDismissed();
  filterCleared();
  location.hash = '';
});

function open(session: Session, page: ReactElement) {
  const { container } = render(
    <KitProvider>
      <HostProvider value={browserHost}>
        <SessionProvider value={session}>{page}</SessionProvider>
      </HostProvider>
    </KitProvider>,
  );
  return { container, user: userEvent.setup({ applyAccept: false }) };
}

async function keep(session: Session, ...changes: ReadonlyArray<ReadonlyArray<Change>>): Promise<void> {
  await run(session, () => ok(draft('Set up', '', changes)), null);
}

async function withMeeting(): Promise<Session> {
  const session = await testSession();
  await keep(
    session,
    create(meetingKind, 'm', { bodyName: 'Board', date: civilDate('2026-12-10') }),
    create(agendaItemKind, 'i', { meetingId: 'm', title: 'Rural transport', place: { under: null, key: 'a0' } }),
  );
  return session;
}

async function pdf(name: string, pages: number): Promise<File> {
  return new File([await smallPdf(pages)], name, { type: 'application/pdf' });
}

function fileInput(container: HTMLElement): HTMLInputElement {
  const input = container.querySelector<HTMLInputElement>('input[type=file]');
  if (input === null) throw new Error('no place for files');
  return input;
}

test('attaches files one by one and says which were left out and why', async () => {
  const session = await testSession();
  const { container, user } = open(session, <PapersScreen />);
  await screen.findByText('No papers yet');
  await user.upload(fileInput(container), [
    await pdf('Budget.pdf', 2),
    new File([], 'empty.pdf'),
    new File([pagelessPdf()], 'pageless.pdf'),
    new File(['hello'], 'letter.pdf'),
  ]);
  expect(await screen.findByText('1 file attached, 3 left out')).toBeDefined();
  expect(screen.getByText(/^empty\.pdf, because it is empty/)).toBeDefined();
  expect(screen.getByText(/^pageless\.pdf, because it is a PDF without any pages/)).toBeDefined();
  expect(screen.getByText(/^letter\.pdf, because it is not a PDF/)).toBeDefined();
  expect(await screen.findByRole('link', { name: 'Budget' })).toBeDefined();
  expect(await session.database.files.count()).toBe(1);
  expect((await axe.run(container)).violations.map(({ id }) => id)).toEqual([]);
});

test('replaces a paper with a new version, keeps the old one and goes back to it', async () => {
  const session = await testSession();
  const register = open(session, <PapersScreen />);
  await screen.findByText('No papers yet');
  await register.user.upload(fileInput(register.container), await pdf('Budget.pdf', 2));
  await screen.findByRole('link', { name: 'Budget' });
  const [paper] = await rowsOf(session.database, paperKind).toArray();
  document.body.replaceChildren();

  const { container, user } = open(
    session,
    <PaperPage paperId={paper!.id} preview={(sha256) => <p>{`Pages of ${sha256}`}</p>} />,
  );
  await screen.findByText('2 pages');
  await user.type(screen.getByLabelText(/What is new in the next version/), 'Figures corrected');
  await user.upload(fileInput(container), await pdf('Budget v2.pdf', 5));
  await screen.findByText('5 pages');
  const versions = await rowsOf(session.database, paperVersionKind).orderBy('paperId').toArray();
  const [first, second] = versions.sort((a, b) => a.number - b.number);
  expect(second).toMatchObject({ number: 2, note: 'Figures corrected', fileName: 'Budget v2.pdf' });
  expect(screen.getByText(`Pages of ${second!.sha256}`)).toBeDefined();

  await user.click(screen.getByRole('button', { name: 'Use version 1' }));
  await screen.findByText('2 pages');
  expect(screen.getByText(`Pages of ${first!.sha256}`)).toBeDefined();
  expect(await rowsOf(session.database, paperVersionKind).count()).toBe(2);
  expect((await axe.run(container)).violations.map(({ id }) => id)).toEqual([]);
});

test('head fields save themselves; a title is not taken away, and markup in it is shown as typed', async () => {
  const session = await withMeeting();
  await keep(session, create(paperKind, 'p', { title: 'Draft', form: 'file' }));
  const { user } = open(session, <PaperPage paperId="p" preview={() => null} />);
  const title = await screen.findByLabelText('Title');
  await user.clear(title);
  await user.tab();
  expect(await screen.findByText('Give the paper a title.')).toBeDefined();
  expect((await rowsOf(session.database, paperKind).get('p'))?.title).toBe('Draft');
  await user.type(title, '<img src=x onerror=alert(1)>');
  await user.tab();
  await screen.findByRole('heading', { level: 1, name: '<img src=x onerror=alert(1)>' });
  expect(document.querySelector('img')).toBeNull();
  await user.type(screen.getByLabelText('Report of'), 'Director of Place');
  await waitFor(async () =>
    expect((await rowsOf(session.database, paperKind).get('p'))?.reportOf).toBe('Director of Place'),
  );
  await user.selectOptions(screen.getByLabelText('Agenda item'), 'Rural transport');
  await waitFor(async () =>
    expect(await rowsOf(session.database, paperKind).get('p')).toMatchObject({ meetingId: 'm', itemId: 'i' }),
  );
});

test('a status that cannot be given yet says why', async () => {
  const session = await testSession();
  await keep(session, create(paperKind, 'p', { title: 'To come', form: 'file' }));
  const { user } = open(session, <PaperPage paperId="p" preview={() => null} />);
  await user.click(await screen.findByRole('button', { name: 'Status: Draft' }));
  const ready = await screen.findByRole('menuitem', { name: /^Ready/ });
  expect(within(ready).getByText(/No file has been attached yet/)).toBeDefined();
  await user.click(ready);
  expect((await rowsOf(session.database, paperKind).get('p'))?.status).toBe('draft');
});

test('an agenda item says it has no paper, takes a report and shows its status and pages', async () => {
  const session = await withMeeting();
  const item = await rowsOf(session.database, agendaItemKind).get('i');
  const { user } = open(
    session,
    <>
      <ItemPapers itemId="i" />
      <ItemPages itemId="i" />
      <ItemPaperList item={item!} />
    </>,
  );
  expect(await screen.findAllByText('No paper')).toHaveLength(2);
  await user.click(screen.getByRole('button', { name: 'Add paper' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Write a report' }));
  expect(await screen.findByRole('link', { name: /^Rural transport:\s*Draft$/ })).toBeDefined();
  const [paper] = await rowsOf(session.database, paperKind).toArray();
  expect(paper).toMatchObject({ form: 'written', author: 'Ada Fell', meetingId: 'm', itemId: 'i' });
  expect(location.hash).toBe(`#/papers/${paper!.id}`);
  expect(await screen.findByText('about')).toBeDefined();
});

test('the register is narrowed by filters that can be taken away again', async () => {
  const session = await withMeeting();
  await keep(
    session,
    create(paperKind, 'a', { title: 'Budget', meetingId: 'm', status: 'ready', author: 'Jo' }),
    create(paperKind, 'b', { title: 'Transport', author: 'Mo' }),
  );
  const { user } = open(session, <PapersScreen />);
  await screen.findByRole('link', { name: 'Budget' });
  await user.selectOptions(screen.getByLabelText('Author'), 'Mo');
  await waitFor(() => expect(screen.queryByRole('link', { name: 'Budget' })).toBeNull());
  await user.type(screen.getByLabelText('Search papers'), 'budg');
  expect(await screen.findByText('No paper fits these filters')).toBeDefined();
  await user.click(screen.getByRole('button', { name: /^Remove the filter\s*Author: Mo$/ }));
  expect(await screen.findByRole('link', { name: 'Budget' })).toBeDefined();
});

test('a paper that is not there says so, with a way back', async () => {
  open(await testSession(), <PaperPage paperId="none" preview={() => null} />);
  expect(await screen.findByText('This paper is not here')).toBeDefined();
  expect(screen.getByRole('link', { name: 'All papers' })).toBeDefined();
});
