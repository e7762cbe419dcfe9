/**
 * What `npm start`, `npm run build` and `npm run package` run first. It is plain JavaScript, so that an old Node, which
 * cannot read the program itself, still gets as far as saying in words what is missing.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.resolve(import.meta.dirname ?? '.', '..');
const [program = 'electron/launch.ts'] = process.argv.slice(2).filter((word) => word.endsWith('.ts'));
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const isOldNode = major < 22 || (major === 22 && minor < 18) || (major === 23 && minor < 6);

if (!existsSync(path.join(root, 'node_modules/vite'))) {
  stop('The parts Packhorse is built from are not here yet. In this folder run "npm ci" once, then "npm start" again.');
} else if (isOldNode) {
  stop(
    `This is Node ${process.versions.node}, which is too old. Packhorse brings its own: run "npm ci" once, then "npm start" ` +
      'in this folder. If that does not help, install Node 24 from nodejs.org.',
  );
} else {
  process.argv = process.argv.filter((word) => word !== program);
  const { run } = await import(pathToFileURL(path.join(root, program)).href);
  await run();
}

function stop(words) {
  process.stderr.write(`Packhorse cannot start. ${words}\n`);
  process.exitCode = 1;
}
