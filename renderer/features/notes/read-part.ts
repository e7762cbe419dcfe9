/** What is being read: runs of pages in an open file, each of something that notes can be anchored to. */
export interface ReadPart {
  /** The paper; for other pages of a pack, the meeting and what they are. */
  readonly subject: string;
  /** What it says, as a hash. */
  readonly says: string;
  /** Its first page in the file, counted from 1. */
  readonly first: number;
  readonly pages: number;
}

export function partAt(parts: ReadonlyArray<ReadPart>, page: number): ReadPart | null {
  return parts.find(({ first, pages }) => page >= first && page < first + pages) ?? null;
}
