import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { backUpByItself } from '#renderer/data/backup/automatic-backup.ts';
import { isBackupDue, readBackupPlan } from '#renderer/data/backup/backup-plan.ts';
import { dueAfter, toLetGo } from '#renderer/data/backup/keeping.ts';
import { nameOfBackup, readPassphrase, shelfIn, type Shelved } from '#renderer/data/backup/shelf.ts';
import { rehearseRestore } from '#renderer/data/exchange/backup.ts';
import { create } from '#shared/changes/draft.ts';
import { bodyKind } from '#shared/domain/bodies/body.ts';
import { kinds } from '#shared/domain/kinds.ts';
import { memoryFolder } from '#tests/support/memory-folder.ts';
import { act, testMachine, testSession } from '#tests/support/workspace.ts';

const day = 24 * 60 * 60 * 1000;

describe('backups that make themselves', () => {
  const order = { why: 'daily', app: 'test', cost: 10 } as const;

  it('are made when something changed and a day has passed, and can be restored with what lies beside them', async () => {
    const machine = testMachine('ada');
    const ada = await testSession(machine);
    const shelf = memoryFolder();
    expect(await backUpByItself(ada, order, shelf)).toEqual({ type: 'notDue' });
    await act(ada, 'Added', create(bodyKind, 'board', { name: 'Board' }));
    expect(await backUpByItself(ada, order, shelf)).toEqual({ type: 'made', at: machine.now(), failure: null });
    expect(await backUpByItself(ada, order, shelf)).toEqual({ type: 'notDue' });
    await act(ada, 'Added', create(bodyKind, 'panel', { name: 'Panel' }));
    expect(await isBackupDue(ada, 'daily')).toBe(false);
    expect(await isBackupDue(ada, 'beforeImport')).toBe(true);
    machine.pass(dueAfter);
    expect(await backUpByItself(ada, order, shelf)).toMatchObject({ type: 'made' });
    machine.pass(dueAfter);
    expect(await isBackupDue(ada, 'daily')).toBe(false);
    expect(await isBackupDue(ada, 'beforeImport')).toBe(false);

    const [newest, older] = await shelfIn(shelf).list();
    expect(older?.at).toBe(machine.now() - 2 * dueAfter);
    const passphrase = await readPassphrase(shelf);
    expect(passphrase?.split(' ')).toHaveLength(6);
    const bytes = new Uint8Array(await (await shelfIn(shelf).read(newest?.name ?? '')).arrayBuffer());
    const rehearsed = await rehearseRestore(bytes, passphrase ?? '', kinds, machine);
    expect(rehearsed).toMatchObject({ ok: true, value: { saves: 2, records: 2 } });
  });

  it('are not kept away by a clock that was put back', async () => {
    const machine = testMachine('ada');
    const ada = await testSession(machine);
    await act(ada, 'Added', create(bodyKind, 'board', { name: 'Board' }));
    await backUpByItself(ada, order, memoryFolder());
    await act(ada, 'Added', create(bodyKind, 'panel', { name: 'Panel' }));
    machine.pass(-400 * day);
    expect(await isBackupDue(ada, 'daily')).toBe(true);
  });

  it('that cannot be read back are thrown away, told of, and made again', async () => {
    const ada = await testSession(testMachine('ada'));
    await act(ada, 'Added', create(bodyKind, 'board', { name: 'Board' }));
    const shelf = memoryFolder();
    shelf.isRotten = true;
    expect(await backUpByItself(ada, order, shelf)).toEqual({ type: 'failed', failure: 'notReadable' });
    expect(await shelfIn(shelf).list()).toEqual([]);
    expect(await readBackupPlan(ada.database)).toMatchObject({ last: null, failure: 'notReadable' });
    shelf.isRotten = false;
    expect(await backUpByItself(ada, order, shelf)).toMatchObject({ type: 'made', failure: null });
  });

  it('for which there is no room leave nothing half there, and the older ones', async () => {
    const machine = testMachine('ada');
    const ada = await testSession(machine);
    await act(ada, 'Added', create(bodyKind, 'board', { name: 'Board' }));
    const shelf = memoryFolder();
    await backUpByItself(ada, order, shelf);
    const before = new Map(shelf.files);
    await act(ada, 'Added', create(bodyKind, 'panel', { name: 'Panel' }));
    machine.pass(dueAfter);
    shelf.fault = new DOMException('full', 'QuotaExceededError');
    expect(await backUpByItself(ada, order, shelf)).toEqual({ type: 'failed', failure: 'room' });
    expect(shelf.files).toEqual(before);
    shelf.fault = null;
    expect(await backUpByItself(ada, order, shelf)).toMatchObject({ type: 'made', failure: null });
  });
});

test('other files on a shelf are left alone, and its own are told by their names', async () => {
  const shelf = memoryFolder();
  const at = Date.UTC(2026, 10, 27, 9, 4, 12);
  expect(nameOfBackup(at, 'beforeImport')).toBe('2026-11-27 090412 before an import.packhorse-backup');
  for (const name of ['passphrase.txt', 'x.packhorse-backup', '2026-11-27 090412 weekly.packhorse-backup'])
    shelf.files.set(name, new Uint8Array(3));
  shelf.files.set(nameOfBackup(at, 'daily'), new Uint8Array(4));
  shelf.files.set(nameOfBackup(at + 1000, 'beforeImport'), new Uint8Array(0));
  expect(await shelfIn(shelf).list()).toEqual([
    { name: '2026-11-27 090412 daily.packhorse-backup', at, why: 'daily', size: 4 },
  ]);
});

function shelved(at: number, size = 1): Shelved {
  return { name: `${at}`, at, why: 'daily', size };
}

describe('of the backups', () => {
  const some = fc.uniqueArray(fc.record({ at: fc.nat(100 * day), size: fc.nat(400) }), { selector: ({ at }) => at });

  it('the newest two stay, and beyond them no more than there is room for', () => {
    fc.assert(
      fc.property(some, fc.nat(1000), (backups, most) => {
        const all = backups.map(({ at, size }) => shelved(at, size));
        const gone = new Set(toLetGo(all, most));
        const kept = all.filter(({ name }) => !gone.has(name)).sort((one, other) => other.at - one.at);
        const newest = [...all].sort((one, other) => other.at - one.at).slice(0, 2);
        expect(kept.slice(0, 2)).toEqual(newest);
        const size = kept.reduce((sum, one) => sum + one.size, 0);
        expect(kept.length <= 2 || size <= most).toBe(true);
        expect(kept.length).toBeLessThanOrEqual(2 + 7 + 5);
      }),
    );
  });

  it('one of each day of a week and of each week of a month stay', () => {
    const start = Date.UTC(2026, 10, 27);
    const hourly = Array.from({ length: 60 * 24 }, (_, hour) => shelved(start - hour * 60 * 60 * 1000));
    const gone = new Set(toLetGo(hourly));
    const kept = hourly.filter(({ name }) => !gone.has(name)).map(({ at }) => Math.ceil((start - at) / day));
    for (const age of [0, 1, 2, 3, 4, 5, 6]) expect(kept).toContain(age);
    expect(kept.filter((age) => age > 7)).toHaveLength(3);
    expect(Math.max(...kept)).toBeGreaterThan(21);
    expect(Math.max(...kept)).toBeLessThanOrEqual(35);
  });
});
