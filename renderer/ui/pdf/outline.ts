/** The bookmarks of a document, as a list in reading order with depths. */
import type { OpenedPdf } from './open-pdf.ts';
import { pageOf, type Destination } from './destinations.ts';

export interface Bookmark {
  /** Its place in the list. */
  readonly id: number;
  readonly title: string;
  /** 1 for the outermost. */
  readonly depth: number;
  readonly parent: number | null;
  readonly hasChildren: boolean;
  readonly destination: Destination | null;
  /** Counted from 1; null where it leads nowhere. */
  readonly page: number | null;
}

interface OutlineNode {
  readonly title: string;
  readonly dest: string | ReadonlyArray<unknown> | null;
  readonly items: ReadonlyArray<OutlineNode>;
}

/** A file may claim an outline without end. */
const most = 5000;

/** Empty when the document has none. */
export async function readOutline(pdf: OpenedPdf): Promise<ReadonlyArray<Bookmark>> {
  const nodes: ReadonlyArray<OutlineNode> | null = await pdf.document.getOutline().catch(() => null);
  const bookmarks: Bookmark[] = [];
  function add(level: ReadonlyArray<OutlineNode>, depth: number, parent: number | null): void {
    for (const node of level) {
      if (bookmarks.length >= most) return;
      const id = bookmarks.length;
      const title = node.title.trim() === '' ? 'Untitled' : node.title.trim();
      const hasChildren = node.items.length > 0;
      bookmarks.push({ id, title, depth, parent, hasChildren, destination: node.dest, page: null });
      add(node.items, depth + 1, id);
    }
  }
  add(nodes ?? [], 1, null);
  return Promise.all(
    bookmarks.map(async (bookmark) => ({
      ...bookmark,
      page: bookmark.destination === null ? null : await pageOf(pdf.document, bookmark.destination),
    })),
  );
}

/** The bookmark one is reading under: the first on this page, else the last before it. */
export function currentBookmark(bookmarks: ReadonlyArray<Bookmark>, page: number): Bookmark | null {
  const onPage = bookmarks.find((bookmark) => bookmark.page === page);
  if (onPage !== undefined) return onPage;
  return bookmarks.reduce<Bookmark | null>((best, bookmark) => {
    if (bookmark.page === null || bookmark.page > page) return best;
    return best === null || bookmark.page >= (best.page ?? 0) ? bookmark : best;
  }, null);
}
