/**
 * The number a page carries (“12”, “R1”, “iv”), as against its place in the file. Packs are made so that both agree; other
 * people's files are not.
 */

/** Counted from 1, or null when no page is called that. A label wins over a place in the file. */
export function findPage(labels: ReadonlyArray<string>, typed: string): number | null {
  const wanted = plain(typed);
  if (wanted === '') return null;
  const byLabel = labels.findIndex((label) => plain(label) === wanted);
  if (byLabel >= 0) return byLabel + 1;
  const place = /^\d{1,6}$/.test(wanted) ? Number(wanted) : 0;
  return place >= 1 && place <= labels.length ? place : null;
}

export function labelOf(labels: ReadonlyArray<string>, page: number): string {
  const label = labels[page - 1]?.trim();
  return label === undefined || label === '' ? String(page) : label;
}

function plain(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/^page\s+/, '');
}
