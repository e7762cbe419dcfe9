/** Programs that judge our files from outside: other people's readers of PDF and the like. */
import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** The program's path, or null where it is not installed: a test that needs it says so in its name and is not run. */
export function outsideTool(name: string): string | null {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  const places = folders.flatMap((folder) => endings.map((ending) => path.join(folder, `${name}${ending}`)));
  return places.find(isProgram) ?? null;
}

/** What it prints; rejects when it ends with a fault. */
export async function runOutside(name: string, given: ReadonlyArray<string>): Promise<string> {
  const { stdout } = await execute(name, [...given], { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
  return stdout;
}

function isProgram(place: string): boolean {
  try {
    accessSync(place, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
