/** One for each line that says something, without the marks of a pasted list. */
export function linesOf(text: string): ReadonlyArray<string> {
  return text
    .split('\n')
    .map((line) => line.replace(/^\s*[-•*–]\s+/, '').trim())
    .filter((line) => line !== '');
}
