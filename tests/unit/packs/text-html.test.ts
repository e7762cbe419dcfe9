import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { emptyText, suggestedAddition, suggestedRemoval, textRoot } from '#shared/changes/text.ts';
import { picturesIn, textHtml } from '#shared/domain/packs/text-html.ts';
import { writeBlocks } from '#shared/domain/papers/write-blocks.ts';

type Node = Y.XmlElement | Y.XmlText;

function element(name: string, attributes: Record<string, string | number>, ...children: Node[]): Y.XmlElement {
  const made = new Y.XmlElement<Record<string, string | number>>(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.insert(0, children);
  return made as unknown as Y.XmlElement;
}

function words(text: string, marks: Record<string, object> = {}): Y.XmlText {
  const made = new Y.XmlText();
  made.insert(0, text, marks);
  return made;
}

function documentOf(...children: Node[]): Y.Doc {
  const text = emptyText();
  text.getXmlFragment(textRoot).insert(0, children);
  return text;
}

const noPictures = { addressOf: (): string | null => null };

test('escapes every word and lets no script, style or strange link through', () => {
  const text = documentOf(
    element('heading', { level: 1 }, words('<script>alert(1)</script> & "more"')),
    element('paragraph', {}, words('here', { link: { href: 'javascript:alert(1)' } })),
    element('paragraph', {}, words('there', { link: { href: 'https://example.org/?a=1&b="x"' } })),
    element('iframe', { src: 'https://example.org' }, words('inside')),
    element('image', { sha256: '"><script>', alt: '"><b>' }),
  );
  const html = textHtml(text, { addressOf: () => null });
  expect(html).toBe(
    '<h2>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;</h2><p>here</p><p>there</p>inside' +
      '<p>[Picture not on this laptop: &quot;&gt;&lt;b&gt;]</p>',
  );
});

test('keeps marks, safe links, lists and table headers for the tags', () => {
  const cell = (name: string, text: string): Y.XmlElement => element(name, {}, element('paragraph', {}, words(text)));
  const text = documentOf(
    element(
      'paragraph',
      {},
      words('bold', { bold: {} }),
      words(' plain '),
      words('out', { link: { href: 'https://a.org/b' } }),
    ),
    element('bulletList', {}, element('listItem', {}, element('paragraph', {}, words('one')))),
    element(
      'table',
      {},
      element('tableRow', {}, cell('tableHeader', 'Year'), cell('tableHeader', 'Sum')),
      element('tableRow', {}, cell('tableHeader', '2026'), cell('tableCell', '9')),
    ),
  );
  expect(textHtml(text, noPictures)).toBe(
    '<p><strong>bold</strong> plain <a href="https://a.org/b">out</a></p><ul><li><p>one</p></li></ul>' +
      '<table><thead><tr><th scope="col"><p>Year</p></th><th scope="col"><p>Sum</p></th></tr></thead>' +
      '<tbody><tr><th scope="row"><p>2026</p></th><td><p>9</p></td></tr></tbody></table>',
  );
});

test('reads the top left cell as the header of its row where only the first column is headers', () => {
  const cell = (name: string, said: string): Y.XmlElement => element(name, {}, element('paragraph', {}, words(said)));
  const text = documentOf(
    element(
      'table',
      {},
      element('tableRow', {}, cell('tableHeader', 'Rent'), cell('tableCell', '4')),
      element('tableRow', {}, cell('tableHeader', 'Heat'), cell('tableCell', '9')),
    ),
  );
  expect(textHtml(text, noPictures)).toBe(
    '<table><tbody><tr><th scope="row"><p>Rent</p></th><td><p>4</p></td></tr>' +
      '<tr><th scope="row"><p>Heat</p></th><td><p>9</p></td></tr></tbody></table>',
  );
});

test('prints a paper as though nothing had been suggested in it', () => {
  const text = documentOf(
    element(
      'paragraph',
      {},
      words('The '),
      words('covered ', { [suggestedAddition]: { by: 'Helen' }, bold: {} }),
      words('old ', { [suggestedRemoval]: { by: 'Helen' } }),
      words('bridge'),
    ),
  );
  expect(textHtml(text, noPictures)).toBe('<p>The old bridge</p>');
});

test('lists the pictures a text shows, each once', () => {
  const text = documentOf(
    element('image', { sha256: 'aa' }),
    element('paragraph', {}),
    element('image', { sha256: 'aa' }),
  );
  expect(picturesIn(text)).toEqual(['aa']);
});

test('footnotes are numbered in the order of the text, and their words stand at the end with a way back', () => {
  const text = emptyText();
  const run = (words: string) => ({ text: words, bold: false, italic: false, link: null });
  const note = (words: string) => ({ ...run(''), note: words });
  writeBlocks(
    text,
    [{ type: 'paragraph', runs: [run('One'), note('first & foremost'), run(' and two'), note('second')] }],
    'instead',
  );
  expect(textHtml(text, { addressOf: () => null })).toBe(
    '<p>One<sup><a id="note-1-from" href="#note-1">1</a></sup> and two<sup><a id="note-2-from" href="#note-2">2</a></sup></p>' +
      '<h2>Notes</h2><ol><li id="note-1">first &amp; foremost <a href="#note-1-from">Back to the text</a></li>' +
      '<li id="note-2">second <a href="#note-2-from">Back to the text</a></li></ol>',
  );
});
