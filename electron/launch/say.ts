/** Tells the officer at the terminal what is happening. */
export function say(words: string): void {
  process.stdout.write(`Packhorse: ${words}\n`);
}
