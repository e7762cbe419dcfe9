/** Packs files one by one as the command does: `corpus-child FOLDER OUT`, names on standard input, one answer a line. */
import path from 'node:path';
import { createInterface } from 'node:readline';
import { takeFile } from '#electron/pack-command/take-file.ts';
import { writePack } from '#electron/pack-command/write-pack.ts';

export interface CorpusAnswer {
  readonly name: string;
  readonly state: 'taken' | 'repaired' | 'leftOut';
  /** Why it was left out. */
  readonly because: string;
  readonly pages: number;
  readonly milliseconds: number;
}

async function pack(file: string, out: string): Promise<Omit<CorpusAnswer, 'name' | 'milliseconds'>> {
  const taken = await takeFile(file, (process.env.PACKHORSE_CORPUS_PASSWORDS ?? '').split('\n').filter(Boolean));
  if (!taken.ok) return { state: 'leftOut', because: taken.refusal.type, pages: 0 };
  const made = await writePack({ out, title: 'Pack', marking: null, files: [{ ...taken.value, title: '' }] });
  if (!made.ok) return { state: 'leftOut', because: made.refusal.type, pages: 0 };
  return { state: taken.value.mended === 'no' ? 'taken' : 'repaired', because: '', pages: made.value.pages };
}

const [folder = '', out = ''] = process.argv.slice(2);
for await (const name of createInterface({ input: process.stdin })) {
  const began = performance.now();
  const answer = await pack(path.join(folder, name), path.join(out, name));
  const whole: CorpusAnswer = { name, ...answer, milliseconds: Math.round(performance.now() - began) };
  console.log(JSON.stringify(whole));
}
