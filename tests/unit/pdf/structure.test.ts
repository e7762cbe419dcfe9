import { describe, expect, it } from 'vitest';
import { openDocument, type PdfDocument } from '#shared/pdf/document.ts';
import { isArray, Name, Ref, type PdfDict, type PdfValue } from '#shared/pdf/objects.ts';
import { stringBytes, textOf } from '#shared/pdf/strings.ts';
import { nameTree, numberTree } from '#shared/pdf/trees.ts';
import { nodeCodec } from '#tests/support/node-codec.ts';
import { extraNumber, makePdf, pageNumber, scanPdf } from '#tests/support/pdf-maker.ts';
import { allBytes, packOf, partOf } from './packing.ts';

/** Two pages, a heading on each, a table cell with a header, a link; role, class and identifier of its own making. */
function taggedPdf(meaning: string, kept: ReadonlyArray<number> = [0, 1]): Uint8Array {
  const at = (extra: number): string => `${extraNumber(2, extra)} 0 R`;
  const page = (number: number): string => `${pageNumber(number)} 0 R`;
  const words = (role: string, mcid: number): string =>
    `/${role} <</MCID ${mcid}>> BDC BT /F1 20 Tf 60 700 Td (Words ${mcid}) Tj ET EMC`;
  return makePdf({
    pages: [
      { content: words('Heading', 0), entries: `/StructParents 0/Annots[${at(7)}]` },
      { content: words('H1', 0) + words('TD', 1), entries: '/StructParents 1' },
    ],
    tree: `/Kids[${kept.map(page).join(' ')}]/Count ${kept.length}`,
    catalogue: `/StructTreeRoot ${at(0)}/MarkInfo<</Marked true>>/Lang(cy-GB)`,
    extras: [
      `<</Type/StructTreeRoot/K ${at(1)}/RoleMap<</Heading/${meaning}>>/ClassMap<</Wide<</O/Layout/TextAlign/Center>>>>/ParentTree<</Nums[0[${at(2)}] 1[${at(3)} ${at(5)}] 2 ${at(6)}]>>/ParentTreeNextKey 3/IDTree<</Names[(head)${at(4)}]>>>>`,
      `<</Type/StructElem/S/Document/P ${at(0)}/K[${at(2)} ${at(3)} ${at(4)} ${at(5)} ${at(6)}]>>`,
      `<</Type/StructElem/S/Heading/P ${at(1)}/Pg ${page(0)}/K 0/C/Wide/ActualText(First heading)>>`,
      `<</Type/StructElem/S/H1/P ${at(1)}/Pg ${page(1)}/K 0/ActualText(Second heading)>>`,
      `<</Type/StructElem/S/TH/P ${at(1)}/ID(head)>>`,
      `<</Type/StructElem/S/TD/P ${at(1)}/K<</Type/MCR/Pg ${page(1)}/MCID 1>>/A<</O/Table/Headers[(head)]>>>>`,
      `<</Type/StructElem/S/Link/P ${at(1)}/K<</Type/OBJR/Obj ${at(7)}/Pg ${page(0)}>>>>`,
      `<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/StructParent 2/Dest[${page(kept.at(-1) ?? 0)}/Fit]>>`,
    ],
  });
}

interface Seen {
  readonly document: PdfDocument;
  readonly root: PdfDict;
  readonly keys: ReadonlyMap<number, PdfValue>;
}

function see(bytes: Uint8Array): Seen {
  const opened = openDocument(bytes, nodeCodec);
  if (!opened.ok) throw new Error('not opened');
  const document = opened.value;
  const root = document.dict(document.catalogue.get('StructTreeRoot'))!;
  return { document, root, keys: new Map(numberTree(document, root.get('ParentTree'))) };
}

function kidsOf(seen: Seen, element: PdfDict): PdfValue[] {
  const kids = seen.document.resolve(element.get('K'));
  if (isArray(kids)) return [...kids];
  return kids === null ? [] : [element.get('K')!];
}

function roleOf(seen: Seen, value: PdfValue | undefined): string {
  const role = seen.document.dict(value)?.get('S');
  return role instanceof Name ? role.text : '';
}

/** Roles nested, with every element's parent checked on the way. */
function outlineOf(seen: Seen, value: PdfValue, parent: number): unknown {
  const element = seen.document.dict(value);
  if (element === null || !element.has('S')) return [];
  expect(element.get('P')).toEqual(new Ref(parent));
  const below = kidsOf(seen, element)
    .map((kid) => outlineOf(seen, kid, (value as Ref).number))
    .filter((kid) => !Array.isArray(kid) || kid.length > 0);
  return below.length > 0 ? [roleOf(seen, value), ...below] : roleOf(seen, value);
}

describe('tags of several papers', () => {
  it('are one tree, every element beneath its parent', async () => {
    const pack = await packOf([
      partOf('a', taggedPdf('H1')),
      partOf('b', scanPdf(1, 400)),
      partOf('c', taggedPdf('H1')),
    ]);
    const seen = see(pack.bytes);
    const rootNumber = (seen.document.catalogue.get('StructTreeRoot') as Ref).number;
    const own = ['Document', 'Heading', 'H1', 'TH', 'TD', 'Link'];
    expect(outlineOf(seen, seen.root.get('K')!, rootNumber)).toEqual([
      'Document',
      ['Part', own],
      ['Part', 'Figure'],
      ['Part', own],
    ]);
  });

  it('are found from every page and annotation by a key that is theirs alone', async () => {
    const pack = await packOf([
      partOf('a', taggedPdf('H1')),
      partOf('b', makePdf({ pages: [{}] })),
      partOf('c', taggedPdf('H1')),
    ]);
    const seen = see(pack.bytes);
    const used = seen.document.pages.map((page) => page.dict.get('StructParents'));
    expect(new Set(used).size).toBe(5);
    const roles = used.map((key) => {
      const elements = seen.keys.get(key as number);
      return (elements as PdfValue[]).map((element) => roleOf(seen, element));
    });
    expect(roles).toEqual([['Heading'], ['H1', 'TD'], ['P'], ['Heading'], ['H1', 'TD']]);
    seen.document.pages.forEach((page, at) => {
      const first = (seen.keys.get(used[at] as number) as PdfValue[])[0];
      expect(seen.document.dict(first)?.get('Pg')).toEqual(new Ref(page.number!));
    });
    const links = seen.document.pages.flatMap(
      (page) => (seen.document.resolve(page.dict.get('Annots')) ?? []) as PdfValue[],
    );
    const linkKeys = links.map((link) => seen.document.dict(link)?.get('StructParent') as number);
    expect(linkKeys.map((key) => roleOf(seen, seen.keys.get(key)))).toEqual(['Link', 'Link']);
    const next = seen.root.get('ParentTreeNextKey') as number;
    expect(Math.max(...seen.keys.keys())).toBeLessThan(next);
    expect([...seen.keys.keys()]).toEqual([...seen.keys.keys()].toSorted((a, b) => a - b));
  });

  it('keep roles apart that mean different things', async () => {
    const pack = await packOf([
      partOf('a', taggedPdf('H1')),
      partOf('b', taggedPdf('P')),
      partOf('c', taggedPdf('H1')),
    ]);
    const seen = see(pack.bytes);
    const roles = seen.document.dict(seen.root.get('RoleMap'))!;
    const meanings = seen.document.pages
      .filter((_, at) => at % 2 === 0)
      .map((page) => {
        const [element] = seen.keys.get(page.dict.get('StructParents') as number) as PdfValue[];
        return (roles.get(roleOf(seen, element)) as Name).text;
      });
    expect(meanings).toEqual(['H1', 'P', 'H1']);
  });

  it('keep identifiers, header cells and classes each to its own paper', async () => {
    const pack = await packOf([partOf('a', taggedPdf('H1')), partOf('b', taggedPdf('H1'))]);
    const seen = see(pack.bytes);
    const ids = [...nameTree(seen.document, seen.root.get('IDTree'))];
    expect(ids.map(([id]) => id)).toEqual(['p0001-head', 'p0002-head']);
    for (const [id, element] of ids) {
      expect(stringBytes(seen.document.dict(element)?.get('ID'))).toBe(id);
    }
    const cells = [...seen.keys.values()]
      .flatMap((value) => (isArray(value) ? value : []))
      .filter((one) => roleOf(seen, one) === 'TD');
    const headers = cells.map((cell) => {
      const attributes = seen.document.dict(seen.document.dict(cell)?.get('A'));
      return (seen.document.resolve(attributes?.get('Headers')) as PdfValue[]).map(stringBytes);
    });
    expect(headers).toEqual([['p0001-head'], ['p0002-head']]);
    const classes = seen.document.dict(seen.root.get('ClassMap'))!;
    expect([...classes.keys()]).toEqual(['p0001-Wide', 'p0002-Wide']);
    expect(allBytes(pack.bytes)).toMatch(/\/C \/p0002-Wide/);
  });

  it('say in which language a paper is that is not in the pack’s', async () => {
    const pack = await packOf([partOf('a', taggedPdf('H1')), partOf('b', makePdf({ pages: [{}] }))]);
    const seen = see(pack.bytes);
    const [welsh, english] = kidsOf(seen, seen.document.dict(seen.root.get('K'))!).map((part) =>
      seen.document.dict(part)!,
    );
    expect([textOf(welsh?.get('Lang')), textOf(welsh?.get('T'))]).toEqual(['cy-GB', 'Paper a']);
    expect(english?.has('Lang')).toBe(false);
  });

  it('say nothing of pages that were taken out', async () => {
    const pack = await packOf([partOf('a', taggedPdf('H1', [1]))]);
    expect(pack.made.pages).toBe(1);
    expect(allBytes(pack.bytes)).toContain('Second heading');
    expect(allBytes(pack.bytes)).not.toContain('First heading');
    const seen = see(pack.bytes);
    expect(roleOf(seen, (seen.keys.get(1) as PdfValue[])[0])).toBe('H1');
  });
});

describe('pages without tags', () => {
  it('are one element each, described where they have no text', async () => {
    const pack = await packOf([
      partOf('a', scanPdf(2, 400), { title: 'Letter' }),
      partOf('b', makePdf({ pages: [{}, { resources: '<<>>', content: '0 0 9 9 re f' }] }), { title: 'Note' }),
    ]);
    const seen = see(pack.bytes);
    const elements = [...seen.keys.values()].map((value) => seen.document.dict((value as PdfValue[])[0])!);
    expect(elements.map((element) => [(element.get('S') as Name).text, textOf(element.get('Alt'))])).toEqual([
      ['Figure', 'Scanned page 1 of 2: Letter'],
      ['Figure', 'Scanned page 2 of 2: Letter'],
      ['P', null],
      ['Figure', 'Page without text, 2 of 2: Note'],
    ]);
    expect(allBytes(pack.bytes)).toContain('/Figure <</MCID 0>> BDC q');
  });

  it('have an element for each link', async () => {
    const linked = makePdf({
      pages: [
        { entries: `/Annots[${extraNumber(1, 0)} 0 R<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/StructParent 77>>]` },
      ],
      extras: ['<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://a.example)>>>>'],
    });
    const pack = await packOf([partOf('a', makePdf({ pages: [{}] })), partOf('b', linked)]);
    const seen = see(pack.bytes);
    const page = seen.document.pages[1]!;
    const links = (seen.document.resolve(page.dict.get('Annots')) as PdfValue[]).map((link) =>
      seen.document.dict(link)!,
    );
    expect(links.map((link) => roleOf(seen, seen.keys.get(link.get('StructParent') as number)))).toEqual([
      'Link',
      'Link',
    ]);
  });
});

describe('pages written by us', () => {
  const at = (extra: number): string => `${extraNumber(1, extra)} 0 R`;
  const list = makePdf({
    pages: [{ entries: '/StructParents 0' }],
    catalogue: `/StructTreeRoot ${at(0)}`,
    extras: [
      `<</Type/StructTreeRoot/K ${at(1)}/ParentTree<</Nums[0[${at(3)} ${at(4)} ${at(2)}]]>>>>`,
      `<</Type/StructElem/S/L/P ${at(0)}/K[${at(2)}]>>`,
      `<</Type/StructElem/S/LI/P ${at(1)}/Pg ${pageNumber(0)} 0 R/K[${at(3)} ${at(4)} 2]>>`,
      `<</Type/StructElem/S/Lbl/P ${at(2)}/Pg ${pageNumber(0)} 0 R/K 0>>`,
      `<</Type/StructElem/S/Link/P ${at(2)}/Pg ${pageNumber(0)} 0 R/K 1>>`,
    ],
  });

  it('get the list bodies that the browser leaves out, and nobody else’s do', async () => {
    const outlines: unknown[] = [];
    for (const ownPages of [true, false]) {
      const pack = await packOf([partOf('a', list, { ownPages })]);
      const seen = see(pack.bytes);
      const rootNumber = (seen.document.catalogue.get('StructTreeRoot') as Ref).number;
      outlines.push(outlineOf(seen, seen.root.get('K')!, rootNumber));
    }
    expect(outlines).toEqual([
      ['Document', ['Part', ['L', ['LI', 'Lbl', ['LBody', 'Link']]]]],
      ['Document', ['Part', ['L', ['LI', 'Lbl', 'Link']]]],
    ]);
  });
});

describe('a form in a tagged paper', () => {
  it('keeps what a field says for those who cannot see it', async () => {
    const at = (extra: number): string => `${extraNumber(1, extra)} 0 R`;
    const form = makePdf({
      pages: [{ entries: `/StructParents 0/Annots[${at(2)}]` }],
      catalogue: `/StructTreeRoot ${at(0)}/AcroForm<</Fields[${at(2)}]>>`,
      extras: [
        `<</Type/StructTreeRoot/K ${at(1)}/ParentTree<</Nums[1 ${at(1)}]>>>>`,
        `<</Type/StructElem/S/Form/P ${at(0)}/K<</Type/OBJR/Obj ${at(2)}>>>>`,
        '<</Type/Annot/Subtype/Widget/FT/Tx/TU(Lead officer)/T(f1)/V(Joan Bell)/Rect[50 50 150 70]/StructParent 1>>',
      ],
    });
    const pack = await packOf([partOf('a', form)]);
    const seen = see(pack.bytes);
    const element = seen.document.dict([...seen.keys.values()][0]);
    expect(textOf(element?.get('Alt'))).toBe('Lead officer: Joan Bell');
    expect(element?.has('K')).toBe(false);
  });
});
