/**
 * Letters that nobody sees and that change how their neighbours are shown: the controls of both C sets but for tab and line
 * ends, and the embeddings, overrides and isolates of bidirectional text (Unicode UAX 9, sections 2.1 to 2.5). A title
 * pasted with one of them can make “fdp.exe” read as “exe.pdf” and turn round whatever stands after it. The plain marks of
 * direction (U+200E, U+200F), which Hebrew and Arabic need, stay.
 */
const unseen = /[\u202A-\u202E\u2066-\u2069]|[^\P{Cc}\t\n\r]/gu;

export function withoutUnseen(text: string): string {
  return text.replace(unseen, '');
}
