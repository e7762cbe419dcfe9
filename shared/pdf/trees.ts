/** Walks name trees and number trees: long lists that a file keeps in branches (PDF 32000-1, 7.9.6 and 7.9.7). */
import type { PdfDocument } from './document.ts';
import { isArray, numberOf, Ref, type PdfValue } from './objects.ts';
import { stringBytes } from './strings.ts';

const mostEntries = 1_000_000;

export function* nameTree(source: PdfDocument, root: PdfValue | undefined): Generator<readonly [string, PdfValue]> {
  for (const [key, value] of leaves(source, root, 'Names')) {
    const name = stringBytes(source.resolve(key));
    if (name !== null) yield [name, value];
  }
}

export function* numberTree(source: PdfDocument, root: PdfValue | undefined): Generator<readonly [number, PdfValue]> {
  for (const [key, value] of leaves(source, root, 'Nums')) {
    const number = numberOf(source.resolve(key));
    if (Number.isInteger(number) && number >= 0) yield [number, value];
  }
}

function* leaves(
  source: PdfDocument,
  root: PdfValue | undefined,
  list: 'Names' | 'Nums',
): Generator<readonly [PdfValue, PdfValue]> {
  const visited = new Set<number>();
  const todo: PdfValue[] = [root ?? null];
  let given = 0;
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if (next instanceof Ref) {
      if (visited.has(next.number)) continue;
      visited.add(next.number);
    }
    const node = source.dict(next);
    if (node === null) continue;
    const entries = source.resolve(node.get(list));
    if (isArray(entries)) {
      for (let at = 0; at + 1 < entries.length; at += 2) {
        if (given++ > mostEntries) return;
        yield [entries[at] ?? null, entries[at + 1] ?? null];
      }
    }
    const kids = source.resolve(node.get('Kids'));
    if (isArray(kids)) for (let at = kids.length - 1; at >= 0; at--) todo.push(kids[at] ?? null);
  }
}
