import { beforeEach, expect, test } from 'vitest';
import { rowsOf } from '#renderer/data/database.ts';
import { run } from '#renderer/data/run.ts';
import type { Session } from '#renderer/data/session.ts';
import {
  addOrganisation,
  changeOrganisation,
  removeOrganisation,
} from '#shared/domain/people/organisation.commands.ts';
import { organisationKind, type Organisation } from '#shared/domain/people/organisation.ts';
import { addPerson, changePerson, removePerson } from '#shared/domain/people/person.commands.ts';
import { personKind, type Person } from '#shared/domain/people/person.ts';
import { changeWorkspace, foundWorkspace } from '#shared/domain/workspace/workspace.commands.ts';
import { workspaceId, workspaceKind } from '#shared/domain/workspace/workspace.ts';
import { testSession } from '#tests/support/workspace.ts';

let session: Session;

beforeEach(async () => {
  session = await testSession();
});

async function organisations(): Promise<ReadonlyArray<Organisation>> {
  return rowsOf(session.database, organisationKind).toArray();
}

async function people(): Promise<ReadonlyArray<Person>> {
  return rowsOf(session.database, personKind).toArray();
}

test('a workspace is founded with its founder and their organisation, and can be renamed', async () => {
  const founding = { name: ' Ada Fell ', role: 'Clerk', organisation: 'Westmere', workspaceName: 'Board' };
  expect((await run(session, foundWorkspace, founding)).ok).toBe(true);
  const workspaces = rowsOf(session.database, workspaceKind);
  const workspace = (await workspaces.get(workspaceId))!;
  expect(workspace).toMatchObject({ name: 'Board', organisation: 'Westmere', isSample: false });
  const [own] = await organisations();
  expect((await people())[0]).toMatchObject({ name: 'Ada Fell', jobTitle: 'Clerk', organisationId: own?.id });
  await run(session, changeWorkspace, { workspace, values: { name: 'Partnership' } });
  expect((await workspaces.get(workspaceId))?.name).toBe('Partnership');
  expect(await run(session, changeWorkspace, { workspace, values: { name: '' } })).toMatchObject({ ok: false });
});

test('a workspace is not founded while a field is empty; all of them are named', async () => {
  const founding = { name: '', role: 'Clerk', organisation: '  ', workspaceName: '' };
  expect(await run(session, foundWorkspace, founding)).toEqual({
    ok: false,
    refusal: { type: 'FieldsMissing', fields: ['name', 'organisation', 'workspaceName'] },
  });
});

test('two organisations do not share a name, and one in use stays', async () => {
  const county = { name: 'County Council', partnership: 'primary' as const, note: '' };
  await run(session, addOrganisation, { ...county, id: 'county', others: [] });
  const again = await run(session, addOrganisation, {
    ...county,
    name: 'county  council',
    id: 'other',
    others: await organisations(),
  });
  expect(again).toEqual({ ok: false, refusal: { type: 'NameTaken', name: 'County Council' } });
  const [organisation] = await organisations();
  const change = { organisation: organisation!, others: await organisations() };
  expect((await run(session, changeOrganisation, { ...change, values: { name: 'County council' } })).ok).toBe(true);
  expect(await run(session, changeOrganisation, { ...change, values: { name: '' } })).toMatchObject({ ok: false });

  const person = { name: 'Ada', jobTitle: '', organisationId: 'county', email: '', telephone: '' };
  await run(session, addPerson, { ...person, id: 'ada', others: [] });
  const remove = { organisation: organisation!, seats: [] };
  expect(await run(session, removeOrganisation, { ...remove, people: await people() })).toEqual({
    ok: false,
    refusal: { type: 'InUse', people: ['Ada'], seats: [] },
  });
  expect((await run(session, removeOrganisation, { ...remove, people: [] })).ok).toBe(true);
  expect(await organisations()).toEqual([]);
});

test('one person is not entered twice, and e-mail addresses look like some', async () => {
  const ada = { name: 'Ada Fell', jobTitle: 'Clerk', organisationId: null, email: '', telephone: '' };
  await run(session, addPerson, { ...ada, id: 'ada', others: [] });
  const others = await people();
  expect(await run(session, addPerson, { ...ada, name: 'ada fell', id: 'two', others })).toEqual({
    ok: false,
    refusal: { type: 'SamePerson', name: 'Ada Fell' },
  });
  expect((await run(session, addPerson, { ...ada, jobTitle: 'Chair', id: 'three', others })).ok).toBe(true);
  const wrong = await run(session, changePerson, { person: others[0]!, values: { email: 'ada at home' }, others });
  expect(wrong).toEqual({ ok: false, refusal: { type: 'NotAnEmail' } });
  const right = await run(session, changePerson, {
    person: others[0]!,
    values: { email: ' ada@fell.example ' },
    others,
  });
  expect(right.ok).toBe(true);
  expect((await rowsOf(session.database, personKind).get('ada'))?.email).toBe('ada@fell.example');
});

test('a person who holds a seat stays', async () => {
  const ada = { name: 'Ada', jobTitle: '', organisationId: null, email: '', telephone: '' };
  await run(session, addPerson, { ...ada, id: 'ada', others: [] });
  const person = (await people())[0]!;
  const seat = { id: 'chair', name: 'Chair' } as never;
  expect(await run(session, removePerson, { person, seats: [seat] })).toEqual({
    ok: false,
    refusal: { type: 'InUse', seats: ['Chair'] },
  });
  expect((await run(session, removePerson, { person, seats: [] })).ok).toBe(true);
});
