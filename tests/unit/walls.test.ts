/** Knocks on each wall of the house: a forbidden import in every room, and the linter must stop it. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '#electron/build/freshness.ts';

const knocks: ReadonlyArray<readonly [room: string, forbidden: string]> = [
  ['shared/kernel', '#shared/changes/save.ts'],
  ['shared/kernel', 'yjs'],
  ['shared/calendar', '#shared/domain/kinds.ts'],
  ['shared/changes', '#shared/domain/kinds.ts'],
  ['shared/changes', '#shared/pdf/inspect.ts'],
  ['shared/pdf', '#shared/changes/save.ts'],
  ['shared/host', '#shared/domain/kinds.ts'],
  ['shared/bundle', '#shared/domain/kinds.ts'],
  ['shared/bundle', '#renderer/data/commit.ts'],
  ['shared/domain/papers', '#shared/domain/meetings/meeting.commands.ts'],
  ['shared/domain/papers', '#shared/pdf/inspect.ts'],
  ['shared/domain/papers', '#renderer/data/run.ts'],
  ['electron', '#renderer/data/run.ts'],
  ['electron', '#tests/support/app.ts'],
  ['renderer/ui', '#renderer/data/run.ts'],
  ['renderer/ui', '#shared/domain/kinds.ts'],
  ['renderer/ui/pdf', '#renderer/host/pdf-worker.ts'],
  ['renderer/data', '#renderer/features/packs/build/pack-words.ts'],
  ['renderer/navigation', '#renderer/app/app.tsx'],
  ['renderer/features/packs', '#renderer/features/papers/paper-words.ts'],
  ['renderer/features/packs', '#renderer/app/app.tsx'],
  ['renderer/app', '#electron/local/server.ts'],
];

const allowed: ReadonlyArray<readonly [room: string, welcome: string]> = [
  ['shared/changes', 'yjs'],
  ['shared/bundle', '#shared/changes/save.ts'],
  ['shared/domain/packs', '#shared/domain/papers/paper.ts'],
  ['renderer/ui', '#shared/kernel/civil-date.ts'],
  ['renderer/features/packs', '#renderer/data/run.ts'],
  ['renderer/app', '#renderer/features/packs/pack-page.tsx'],
];

const house = mkdtempSync(path.join(os.tmpdir(), 'packhorse-walls-'));
let stopped: ReadonlySet<string> = new Set();

interface Finding {
  readonly code: string;
  readonly filename: string;
}

beforeAll(async () => {
  const { options: _typeAware, ...rules } = JSON.parse(
    readFileSync(path.join(projectRoot, '.oxlintrc.json'), 'utf8'),
  ) as Record<string, unknown>;
  writeFileSync(path.join(house, '.oxlintrc.json'), JSON.stringify(rules));
  cpSync(path.join(projectRoot, 'package.json'), path.join(house, 'package.json'));
  [...knocks, ...allowed].forEach(([room, imported], at) => {
    mkdirSync(path.join(house, room), { recursive: true });
    writeFileSync(path.join(house, room, `knock-${at}.ts`), `export * from '${imported}';\n`);
  });
  const program = path.join(projectRoot, 'node_modules/oxlint/bin/oxlint');
  const said = await new Promise<string>((resolve) => {
    // It ends with a fault when it finds anything, as it must here.
    execFile(process.execPath, [program, '--format', 'json'], { cwd: house }, (_fault, stdout) => resolve(stdout));
  });
  const { diagnostics } = JSON.parse(said) as { readonly diagnostics: ReadonlyArray<Finding> };
  stopped = new Set(
    diagnostics
      .filter(({ code }) => code.includes('no-restricted-imports'))
      .map(({ filename }) => path.relative(house, path.resolve(house, filename)).split(path.sep).join('/')),
  );
});
afterAll(() => rmSync(house, { recursive: true, force: true }));

test.each(knocks.map((knock, at) => [...knock, at] as const))('%s may not import %s', (room, _forbidden, at) => {
  expect(stopped).toContain(`${room}/knock-${at}.ts`);
});

test.each(allowed.map((one, at) => [...one, knocks.length + at] as const))('%s may import %s', (room, _welcome, at) => {
  expect(stopped).not.toContain(`${room}/knock-${at}.ts`);
});
