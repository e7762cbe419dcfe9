/** The pages of a file whose page tree is lost: every object that says it is a page, in the order they stand in the file. */
import { isDict, isName, Ref, type PdfDict, type PdfValue } from './objects.ts';
import { pageOf, type Inherited, type PdfPage } from './page-tree.ts';

interface Objects {
  resolve(value: PdfValue | undefined): PdfValue;
}

const mostPages = 100_000;
const deepestTree = 200;
const inheritable = ['Resources', 'MediaBox', 'CropBox', 'Rotate'];

export function findLoosePages(objects: Objects, numbers: Iterable<number>): PdfPage[] {
  const pages: PdfPage[] = [];
  for (const number of numbers) {
    const dict = objects.resolve(new Ref(number));
    if (!isDict(dict) || !isName(objects.resolve(dict.get('Type')), 'Page')) continue;
    if (pages.length < mostPages) pages.push(pageOf(objects, number, dict, inheritedFrom(objects, dict)));
  }
  return pages;
}

/** What the page has of its own and, where its parents can still be found, of theirs. */
function inheritedFrom(objects: Objects, page: PdfDict): Inherited {
  const found: PdfDict = new Map();
  let node: PdfValue = page;
  for (let depth = 0; isDict(node) && depth < deepestTree; depth++) {
    for (const key of inheritable) {
      const value = node.get(key);
      if (value !== undefined && !found.has(key)) found.set(key, value);
    }
    node = objects.resolve(node.get('Parent'));
  }
  const entry = (key: string): PdfValue => found.get(key) ?? null;
  return {
    resources: entry('Resources'),
    mediaBox: entry('MediaBox'),
    cropBox: entry('CropBox'),
    rotate: entry('Rotate'),
  };
}
