/** A mark of this laptop and of the folder the work lies in, by which a copy elsewhere is told. It says nothing of either. */
import { createHash } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';

/** The same at every start, another on another laptop, for another person, and in another folder. 64 hex digits. */
export function machinePrint(dataFolder: string): string {
  const facts = [os.hostname(), process.platform, os.homedir(), path.resolve(dataFolder)];
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}
