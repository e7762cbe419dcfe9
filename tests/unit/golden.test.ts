/** Bundles that earlier releases made are read by this one, by the app's own code and by the command for auditors. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { describe, expect, test } from 'vitest';
import { makeBackup } from '#renderer/data/exchange/backup.ts';
import { joinWorkspace } from '#renderer/data/exchange/join.ts';
import { makeBundle } from '#renderer/data/exchange/make-bundle.ts';
import { openInvitation } from '#renderer/data/exchange/open-bundle.ts';
import { takeBundle } from '#renderer/data/exchange/take-bundle.ts';
import { keepFile } from '#renderer/data/files.ts';
import type { Session } from '#renderer/data/session.ts';
import { lockBundle, unlockBundle } from '#shared/bundle/lock.ts';
import { readBundle, type OpenedBundle } from '#shared/bundle/read-bundle.ts';
import { sha256 } from '#shared/bundle/web-crypto.ts';
import { writeBundle } from '#shared/bundle/write-bundle.ts';
import { create, set, writeText } from '#shared/changes/draft.ts';
import { emptyText, textRoot, updateSince } from '#shared/changes/text.ts';
import { bodyKind } from '#shared/domain/bodies/body.ts';
import { kinds } from '#shared/domain/kinds.ts';
import { paperKind } from '#shared/domain/papers/paper.ts';
import { workspaceId, workspaceKind } from '#shared/domain/workspace/workspace.ts';
import { canonicalJson } from '#shared/kernel/json.ts';
import * as Y from 'yjs';
import { act, testMachine, testSession } from '#tests/support/workspace.ts';
import { factsOf, fileOf, newLaptop, savesOf, sealed } from './bundle/making.ts';

const root = path.resolve(import.meta.dirname, '../..');
const golden = path.join(root, 'tests/golden');
const passphrase = 'six ponies cross the fell';

interface Holds {
  readonly passphrase: string;
  readonly identity: string;
  readonly files: ReadonlyArray<{ readonly name: string; readonly lock: 'passphrase' | 'key'; readonly holds: string }>;
}

/** Everything a bundle says, in one text: manifest, saves, files. */
async function saidBy({ manifest, author, segments, files }: OpenedBundle): Promise<string> {
  const { devices, ...facts } = manifest;
  return canonicalJson({
    ...facts,
    segments: facts.segments.length,
    devices: devices.map(({ device, person }) => `${device} ${person}`),
    author: author.device,
    saves: segments.flatMap(({ read }) => read.saves),
    files: await Promise.all(
      files.map(async ({ bytes, type, pieceOf }) => ({ hash: await sha256(bytes), type, pieceOf })),
    ),
  });
}

async function openedFrom(folder: string, file: Holds['files'][number], holds: Holds): Promise<OpenedBundle> {
  const keys = file.lock === 'key' ? [holds.identity] : [];
  const bytes = new Uint8Array(readFileSync(path.join(folder, file.name)));
  const plain = await unlockBundle(bytes, { keys, passphrase: file.lock === 'key' ? null : holds.passphrase });
  if (!plain.ok) throw new Error(`${file.name}: ${plain.refusal.type}`);
  const opened = await readBundle(plain.value, null);
  if (!opened.ok) throw new Error(`${file.name}: ${opened.refusal.type}`);
  return opened.value;
}

async function helenAtWork(): Promise<Session> {
  const session = await testSession(testMachine('helen'), 'Helen Marsh');
  await act(
    session,
    'Started',
    create(workspaceKind, workspaceId, { name: 'Westmere', organisation: '', isSample: false }),
  );
  await act(session, 'Added a body', create(bodyKind, 'board', { name: 'Partnership Board' }));
  const words = emptyText();
  const before = Y.encodeStateVector(words);
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText('The Board noted the survey of the fell paths.')]);
  words.getXmlFragment(textRoot).insert(0, [paragraph]);
  const update = updateSince(words, before) ?? '';
  await act(session, 'Added a paper', create(paperKind, 'paper', { title: 'Fell paths' }));
  await act(session, 'Wrote', writeText(paperKind, 'paper', 'body', update));
  const hash = await keepFile(session.database, new Blob(['A map of the paths'], { type: 'text/plain' }));
  await act(
    session,
    'Attached',
    set(paperKind, (await session.database.table('papers').get('paper')) as never, { title: `Fell paths ${hash}` }),
  );
  return session;
}

async function priyaAtWork(helen: Session): Promise<Session> {
  const invitation = await makeBundle(helen, { recipients: [], passphrase, cost: 10, app: 'golden', note: null });
  const opened = await openInvitation(invitation.file, passphrase);
  if (!opened.ok) throw new Error(opened.refusal.type);
  const order = { opened: opened.value, fileName: '' };
  const founder = { name: 'Priya Shah', role: 'Partnership manager' };
  const joined = await joinWorkspace(`golden-${process.pid}`, kinds, testMachine('priya'), founder, order);
  if (!joined.ok) throw new Error(joined.refusal.type);
  await act(joined.value, 'Added a body', create(bodyKind, 'panel', { name: 'Health Panel' }));
  return joined.value;
}

async function write(version: string): Promise<void> {
  const folder = path.join(golden, version);
  mkdirSync(folder);
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const helen = await helenAtWork();
  const priya = await priyaAtWork(helen);
  const fromPriya = await makeBundle(priya, {
    recipients: [],
    passphrase,
    cost: 10,
    app: version,
    note: 'For the Board',
  });
  const opened = await openInvitation(fromPriya.file, passphrase);
  if (!opened.ok) throw new Error(opened.refusal.type);
  await takeBundle(helen, { opened: opened.value, fileName: '', isAuthorChecked: true });
  const backup = await makeBackup(helen, { passphrase, app: version, cost: 10 });
  const laptop = await newLaptop('helen-1');
  const segments = await sealed(laptop, savesOf('helen-1', 1, 3));
  const piece = {
    ...(await fileOf('half a fi')),
    pieceOf: { sha256: (await fileOf('half a file')).sha256, size: 11, from: 0 },
  };
  const part = await writeBundle(
    factsOf(laptop, [], { part: { no: 1, of: 2 }, missingFiles: [piece.pieceOf.sha256] }),
    { segments, files: [piece, await fileOf('whole')] },
    laptop.sign,
  );
  const made: ReadonlyArray<readonly [string, 'passphrase' | 'key', Uint8Array]> = [
    ['two-people.packhorse', 'passphrase', fromPriya.file],
    ['whole.packhorse-backup', 'passphrase', backup.file],
    ['part-1-of-2.packhorse', 'key', await lockBundle(part, { keys: [recipient] })],
  ];
  const files: Holds['files'][number][] = [];
  for (const [name, lock, bytes] of made) {
    writeFileSync(path.join(folder, name), bytes);
    const file = { name, lock, holds: '' };
    const holds = await saidBy(await openedFrom(folder, file, { passphrase, identity, files: [] }));
    files.push({ ...file, holds });
  }
  writeFileSync(path.join(folder, 'passphrase.txt'), `${passphrase}\n`);
  writeFileSync(path.join(folder, 'holds.json'), JSON.stringify({ passphrase, identity, files }, null, 2));
}

const asked = process.env['PACKHORSE_GOLDEN'];
if (asked !== undefined && /^\d+\.\d+\.\d+$/.test(asked) && !existsSync(path.join(golden, asked))) await write(asked);

const versions = readdirSync(golden).filter((name) => /^\d/.test(name));

test('there are some', () => expect(versions.length).toBeGreaterThan(0));

describe.each(versions)('%s', (version) => {
  const folder = path.join(golden, version);
  const holds = JSON.parse(readFileSync(path.join(folder, 'holds.json'), 'utf8')) as Holds;

  test.each(holds.files)('$name is read', async (file) => {
    expect(await saidBy(await openedFrom(folder, file, holds))).toBe(file.holds);
  });

  test('what is locked with a passphrase is right to the auditor’s command, and can be joined with', async () => {
    const words = path.join(folder, 'passphrase.txt');
    for (const { name } of holds.files.filter(({ lock }) => lock === 'passphrase')) {
      const call = [
        'electron/start.mjs',
        'electron/bundle.ts',
        'verify',
        path.join(folder, name),
        '--passphrase-file',
        words,
      ];
      const code = await new Promise((resolve) => {
        execFile(process.execPath, call, { cwd: root }, (fault) => resolve(fault === null ? 0 : fault.code));
      });
      expect(code).toBe(0);
      const opened = await openInvitation(new Uint8Array(readFileSync(path.join(folder, name))), holds.passphrase);
      if (!opened.ok) throw new Error(opened.refusal.type);
      const founder = { name: 'Tom Reed', role: '' };
      const order = { opened: opened.value, fileName: name };
      const joined = await joinWorkspace(
        `golden-${process.pid}-${version}-${name}`,
        kinds,
        testMachine('tom'),
        founder,
        order,
      );
      expect(joined.ok && (await joined.value.database.table(bodyKind.table).count())).toBe(2);
    }
  });
});
