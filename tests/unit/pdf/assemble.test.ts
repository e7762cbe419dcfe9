import { describe, expect, it } from 'vitest';
import { inspectPdf } from '#shared/pdf/inspect.ts';
import { openDocument } from '#shared/pdf/document.ts';
import { nodeCodec } from '#tests/support/node-codec.ts';
import { extraNumber, joined, jpegLikePdf, latin1, makePdf, pageNumber } from '#tests/support/pdf-maker.ts';
import { allBytes, bookmarksIn, linksIn, packOf, pageTexts, partOf, read, tryPack } from './packing.ts';

const plain = (pages: number, name = 'Text'): Uint8Array =>
  makePdf({ pages: Array.from({ length: pages }, (_, at) => ({ text: `${name} ${at + 1}` })) });

interface Attached {
  readonly filename: string;
  readonly description: string;
}

describe('numbers', () => {
  it('prints on every page, cover and all, the number that is also its label and its place in the file', async () => {
    const { made, bytes } = await packOf([partOf('a', plain(2)), partOf('b', plain(3)), partOf('c', plain(1))]);
    expect(made.parts.map(({ id, firstPage, pages }) => [id, firstPage, pages])).toEqual([
      ['a', 1, 2],
      ['b', 3, 3],
      ['c', 6, 1],
    ]);
    expect(made).toMatchObject({ pages: 6, bytes: bytes.length, leftOut: [] });
    const labels = await read(bytes, (pdf) => pdf.getPageLabels());
    const texts = await pageTexts(bytes);
    expect(texts).toHaveLength(6);
    texts.forEach((text, at) => {
      expect(text).toMatch(new RegExp(`Page ${at + 1}(?!\\d)`));
      expect(labels?.[at] ?? String(at + 1)).toBe(String(at + 1));
    });
    expect(texts[3]).toContain('Item b · 2 of 3');
    expect(texts[3]).toContain('Text 2');
  });

  it('numbers on from another pack, and restricted papers by themselves', async () => {
    const supplement = await packOf([partOf('a', plain(2))], { labels: { prefix: '', first: 231 } });
    expect(await read(supplement.bytes, (pdf) => pdf.getPageLabels())).toEqual(['231', '232']);
    expect((await pageTexts(supplement.bytes))[1]).toContain('Page 232');
    const restricted = await packOf([partOf('a', plain(2))], { labels: { prefix: 'R', first: 1 } });
    expect(await read(restricted.bytes, (pdf) => pdf.getPageLabels())).toEqual(['R1', 'R2']);
    expect((await pageTexts(restricted.bytes))[0]).toContain('Page R1');
  });

  it('keeps numbers right over more pages than one branch of the page tree holds', async () => {
    const { bytes } = await packOf([partOf('a', plain(70)), partOf('b', plain(70))]);
    const texts = await pageTexts(bytes);
    expect(texts).toHaveLength(140);
    expect(texts[139]).toContain('Page 140');
    expect(texts[139]).toContain('Text 70');
  });
});

describe('what the pack says of itself', () => {
  it('gives title and language, and nothing of those who made its papers', async () => {
    const source = makePdf({
      pages: [{ entries: `/PieceInfo<</Adobe<</Private(C:\\\\Users\\\\jsmith)>>>>/Metadata ${extraNumber(1, 1)} 0 R` }],
      trailer: `/Info ${extraNumber(1, 0)} 0 R`,
      catalogue: `/Metadata ${extraNumber(1, 1)} 0 R`,
      extras: [
        '<</Author(jsmith)/Creator(Word on HRG-LAPTOP-7)>>',
        { entries: '/Type/Metadata/Subtype/XML', content: latin1('<x>jsmith</x>') },
      ],
    });
    const title = 'Children’s Trust Board – łódź & <b>12 May</b>';
    const { bytes } = await packOf([partOf('a', source)], { title });
    const { info, metadata } = await read(bytes, (pdf) => pdf.getMetadata());
    expect(info).toMatchObject({ Title: title, Producer: 'Packhorse', Language: 'en-GB' });
    expect(metadata?.get('dc:title')).toBe(title);
    expect(await read(bytes, (pdf) => pdf.getPageMode())).toBe('UseOutlines');
    expect(allBytes(bytes)).toContain('/ViewerPreferences <</DisplayDocTitle true>>');
    expect(allBytes(bytes)).toContain('/MarkInfo <</Marked true>>');
    expect(allBytes(bytes)).not.toContain('jsmith');
    expect(allBytes(bytes)).not.toContain('LAPTOP');
  });

  it('carries files of ours inside, under their names', async () => {
    const manifest = new TextEncoder().encode('{"issue":1}');
    const { bytes } = await packOf([partOf('a', plain(1))], {
      attachments: [
        { name: 'manifest.json', type: 'application/json', description: 'What is in the pack', bytes: manifest },
      ],
    });
    const held = (await read(bytes, (pdf) => pdf.getAttachments())) as ReadonlyMap<string, Attached>;
    const file = held.get('manifest.json');
    expect(held.size).toBe(1);
    expect(file).toMatchObject({ filename: 'manifest.json', description: 'What is in the pack' });
  });

  it('is the same to the byte when made again', async () => {
    const [first, second] = await Promise.all([packOf([partOf('a', plain(3))]), packOf([partOf('a', plain(3))])]);
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
  });
});

const outlined = (pages: number): Uint8Array => {
  const first = extraNumber(pages, 0);
  return makePdf({
    pages: Array.from({ length: pages }, () => ({})),
    catalogue: `/Outlines ${first} 0 R/Names<</Dests<</Names[(end)[${pageNumber(pages - 1)} 0 R/Fit]]>>>>`,
    extras: [
      `<</First ${first + 1} 0 R/Last ${first + 3} 0 R/Count 2>>`,
      `<</Title<FEFF00DC0062006500720073006900630068007400>/Parent ${first} 0 R/Dest[${pageNumber(0)} 0 R/XYZ 0 700 null]/Next ${first + 3} 0 R/First ${first + 2} 0 R/Last ${first + 2} 0 R/Count 1>>`,
      `<</Title(Beneath)/Parent ${first + 1} 0 R/A<</S/GoTo/D(end)>>/Next ${first + 2} 0 R>>`,
      `<</Title(Last)/Parent ${first} 0 R/Dest(end)/Prev ${first + 1} 0 R/Next ${first + 1} 0 R>>`,
    ],
  });
};

describe('bookmarks', () => {
  it('bear the number printed on their page, restricted ones too', async () => {
    const { bytes } = await packOf([partOf('a', plain(2)), partOf('b', plain(1))], {
      labels: { prefix: 'R', first: 4 },
    });
    expect((await bookmarksIn(bytes)).map(({ title }) => title)).toEqual(['Paper a (page R4)', 'Paper b (page R6)']);
  });

  it('nests those of the papers beneath those of the plan, and is not caught in loops', async () => {
    const { bytes } = await packOf([partOf('a', plain(2)), partOf('b', outlined(3))], {
      outline: [
        {
          title: 'Section',
          part: 'a',
          page: 2,
          inherit: false,
          children: [{ title: 'Item 2', part: 'b', page: 1, inherit: true, children: [] }],
        },
        { title: 'Left out', part: 'nowhere', page: 1, inherit: true, children: [] },
      ],
    });
    expect(await bookmarksIn(bytes)).toEqual([
      {
        title: 'Section (page 2)',
        page: 2,
        items: [
          {
            title: 'Item 2 (page 3)',
            page: 3,
            items: [
              { title: 'Übersicht (page 3)', page: 3, items: [{ title: 'Beneath (page 5)', page: 5, items: [] }] },
              { title: 'Last (page 5)', page: 5, items: [] },
            ],
          },
        ],
      },
    ]);
  });

  it('counts what stands open at the root and what each closed bookmark would show', async () => {
    const { bytes } = await packOf([partOf('a', outlined(2)), partOf('b', outlined(2))]);
    const opened = openDocument(bytes, nodeCodec);
    if (!opened.ok) throw new Error('not opened');
    const root = opened.value.dict(opened.value.catalogue.get('Outlines'));
    expect(root?.get('Count')).toBe(2);
    expect(opened.value.dict(root?.get('First'))?.get('Count')).toBe(-2);
  });
});

const linking = (annotations: ReadonlyArray<string>): Uint8Array =>
  makePdf({
    pages: [{ entries: `/Annots[${annotations.map((_, at) => `${extraNumber(2, at)} 0 R`).join(' ')}]` }, {}],
    extras: annotations.map((entries) => `<</Type/Annot/Subtype/Link/Rect[50 50 90 90]${entries}>>`),
  });
const address = (uri: string): string => `/A<</S/URI/URI(${uri})>>`;

describe('links', () => {
  it('lead within their paper, whichever way they are written', async () => {
    const bytes = linking([
      `/Dest[${pageNumber(1)} 0 R/Fit]`,
      `/A<</S/GoTo/D[${pageNumber(1)} 0 R/XYZ 0 0 0]>>`,
      `/A<</S/GoTo/D[1/Fit]>>`,
    ]);
    const pack = await packOf([partOf('a', plain(3)), partOf('b', bytes)]);
    expect((await linksIn(pack.bytes)).map(({ page, to }) => [page, to])).toEqual([
      [4, 5],
      [4, 5],
      [4, 5],
    ]);
  });

  it('lead from our own pages to the parts they name, and say where', async () => {
    const agenda = linking([
      address('https://pack.invalid/item/b%20c'),
      address('https://pack.invalid/item/unknown'),
      address('https://example.org/'),
      address('https://pack.invalid/agenda'),
    ]);
    const pack = await packOf([
      partOf('cover', plain(1)),
      partOf('agenda', agenda, { ownPages: true, title: 'Agenda' }),
      partOf('b c', plain(2), { title: 'Budget' }),
    ]);
    expect(await linksIn(pack.bytes)).toEqual([
      { page: 2, to: 4, words: 'Budget' },
      { page: 2, to: null, words: '' },
      { page: 2, to: 'https://example.org/', words: 'https://example.org/' },
      { page: 2, to: 2, words: 'Agenda' },
    ]);
    expect(pack.made.parts[1]?.warnings).toEqual([{ type: 'LinksToNothing', count: 1 }]);
  });

  it('of imported papers cannot reach other papers by our addresses', async () => {
    const pack = await packOf([partOf('b', plain(1)), partOf('x', linking([address('https://pack.invalid/item/b')]))]);
    expect((await linksIn(pack.bytes))[0]?.to).toBe('https://pack.invalid/item/b');
  });

  it('lead back to the agenda from the first page of each imported paper', async () => {
    const pack = await packOf(
      [
        partOf('agenda', plain(1), { ownPages: true }),
        partOf('b', plain(2)),
        partOf('c', plain(1)),
        partOf('written', plain(1), { ownPages: true }),
      ],
      { backTo: 'agenda' },
    );
    expect(await linksIn(pack.bytes)).toEqual([
      { page: 2, to: 1, words: 'Back to agenda' },
      { page: 4, to: 1, words: 'Back to agenda' },
    ]);
    const texts = await pageTexts(pack.bytes);
    expect(texts.map((text) => text.includes('Back to agenda'))).toEqual([false, true, false, true, false]);
  });
});

describe('what must not come along', () => {
  /** Page 2 is in the file and not in its page tree: somebody took it out. */
  const removed = (more: string): Uint8Array =>
    makePdf({
      pages: [{ text: 'kept', entries: more }, { text: 'RESTRICTED' }, { text: 'kept too' }],
      tree: `/Kids[${pageNumber(0)} 0 R ${pageNumber(2)} 0 R]/Count 2`,
      extras: [`<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/Dest[${pageNumber(1)} 0 R/Fit]>>`],
    });

  it('leaves out a page that was taken out, whatever still points at it', async () => {
    const page = `${pageNumber(1)} 0 R`;
    for (const entries of [
      `/Annots[${extraNumber(3, 0)} 0 R]`,
      `/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/GoTo/D[${page}/Fit]>>>>]`,
      `/Annots[<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/P ${page}>>]`,
      `/Group<</Deep[<</Deeper ${page}>>]>>`,
      `/VP[${page}]`,
    ]) {
      const pack = await packOf([partOf('a', removed(entries))]);
      expect(pack.made.pages).toBe(2);
      expect(allBytes(pack.bytes)).toContain('kept too');
      expect(allBytes(pack.bytes)).not.toContain('RESTRICTED');
    }
  });

  it('leaves out such a page that does not even say that it is one', async () => {
    const source = Buffer.from(removed(`/VP[${pageNumber(1)} 0 R]`)).toString('latin1');
    const second = source.indexOf('/Type/Page/', source.indexOf(`${pageNumber(1)} 0 obj`));
    const nameless = `${source.slice(0, second)}           ${source.slice(second + 11)}`.replace(
      '           Parent',
      '/Parent',
    );
    const pack = await packOf([partOf('a', latin1(nameless))]);
    expect(allBytes(pack.bytes)).not.toContain('RESTRICTED');
  });

  it('runs nothing, opens nothing, sends nothing, carries nothing', async () => {
    const bytes = makePdf({
      pages: [
        {
          entries: `/AA<</O<</S/JavaScript/JS(evil1\\(\\))>>>>/Annots[${[0, 1, 2, 3, 4].map((at) => `${extraNumber(1, at)} 0 R`).join(' ')}]`,
          resources: '<</Font<</AA 3 0 R/A 3 0 R/EF 3 0 R/F 3 0 R/AF 3 0 R/Dest 3 0 R/F1 3 0 R/Metadata 3 0 R>>>>',
        },
      ],
      catalogue: `/OpenAction<</S/JavaScript/JS(evil2)>>/AA<</WC<</S/JavaScript/JS(evil3)>>>>/Names<</JavaScript<</Names[(x)<</S/JavaScript/JS(evil4)>>]>>/EmbeddedFiles<</Names[(f)${extraNumber(1, 5)} 0 R]>>>>`,
      extras: [
        '<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/J#61vaScript/JS(evil5)>>>>',
        '<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/Launch/F(evil6.exe)>>>>',
        '<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://ok.example)/Next<</S/JavaScript/JS(evil7)>>>>>>',
        `<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS ${extraNumber(1, 5)} 0 R>>`,
        '<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(JavaScript:evil8)>>>>',
        `<</Type/Filespec/F(evil9.doc)/EF<</F ${extraNumber(1, 6)} 0 R>>>>`,
        { entries: '/Type/EmbeddedFile', content: latin1('evil10') },
      ],
    });
    const pack = await packOf([partOf('a', bytes)]);
    const all = allBytes(pack.bytes);
    expect(all).not.toMatch(/evil/);
    expect(all).not.toMatch(/JavaScript|\/Launch|\/EmbeddedFile|\/OpenAction/);
    expect(all).toContain('https://ok.example');
    for (const font of ['AA', 'A', 'EF', 'F', 'AF', 'Dest', 'Metadata'])
      expect(all).toMatch(new RegExp(`/${font} \\d+ 0 R`));
    expect(pack.made.parts[0]?.warnings.map(({ type }) => type)).toEqual(['ScriptsDropped', 'AttachmentsDropped']);
    const facts = inspectPdf(bytes, nodeCodec);
    expect(facts).toMatchObject({ ok: true, value: { dropped: { scripts: 6, launchActions: 1, embeddedFiles: 2 } } });
  });
});

describe('forms', () => {
  const field = (entries: string): string => `<</Type/Annot/Subtype/Widget/Rect[50 300 250 320]/F 4${entries}>>`;
  const form = makePdf({
    pages: [{ entries: `/Annots[${[0, 1, 2, 3].map((at) => `${extraNumber(1, at)} 0 R`).join(' ')}]` }],
    catalogue: `/AcroForm<</Fields[${extraNumber(1, 0)} 0 R]/XFA(x)>>`,
    extras: [
      field('/FT/Tx/T(name)/V(Typed value)/DA(/Helv 10 Tf 0 g)'),
      field(`/FT/Tx/T(drawn)/V(drawn)/AP<</N ${extraNumber(1, 4)} 0 R>>`),
      field(`/FT/Btn/T(box)/AS/On/AP<</N<</On ${extraNumber(1, 5)} 0 R/Off ${extraNumber(1, 4)} 0 R>>>>`),
      field('/FT/Tx/T(secret)/V(Hidden value)/F 2'),
      {
        entries: '/Type/XObject/Subtype/Form/BBox[0 0 100 10]/Resources<</Font<</F1 3 0 R>>>>',
        content: latin1('BT /F1 8 Tf 2 2 Td (Drawn value) Tj ET'),
      },
      {
        entries: '/Type/XObject/Subtype/Form/BBox[0 0 10 10]/Resources<</Font<</F1 3 0 R>>>>',
        content: latin1('BT /F1 8 Tf (Ticked) Tj ET'),
      },
    ],
  });

  it('show what was filled in and can no longer be changed', async () => {
    const pack = await packOf([partOf('a', form)]);
    const [text] = await pageTexts(pack.bytes);
    expect(text).toContain('Typed value');
    expect(text).toContain('Drawn value');
    expect(text).toContain('Ticked');
    expect(text).not.toContain('Hidden value');
    const annotations = await read(pack.bytes, async (pdf) => (await pdf.getPage(1)).getAnnotations());
    expect(annotations).toEqual([]);
    expect(allBytes(pack.bytes)).not.toMatch(/AcroForm|Widget/);
    expect(pack.made.parts[0]?.warnings).toEqual([{ type: 'FormFlattened', fields: 4 }]);
    expect(inspectPdf(form, nodeCodec)).toMatchObject({ ok: true, value: { dropped: { xfaForms: 1 } } });
  });
});

describe('layers', () => {
  it('that were hidden stay hidden', async () => {
    const layered = makePdf({
      pages: [{}],
      catalogue: `/OCProperties<</OCGs[${extraNumber(1, 0)} 0 R ${extraNumber(1, 1)} 0 R]/D<</OFF[${extraNumber(1, 1)} 0 R]>>>>`,
      extras: ['<</Type/OCG/Name(Shown)>>', '<</Type/OCG/Name(Hidden)>>'],
    });
    const pack = await packOf([partOf('a', layered), partOf('b', layered)]);
    const shown = await read(pack.bytes, async (pdf) => {
      const settings = await pdf.getOptionalContentConfig();
      return [...settings].map(([, group]) => [group.name, group.visible]);
    });
    expect(shown).toEqual([
      ['Shown', true],
      ['Hidden', false],
      ['Shown', true],
      ['Hidden', false],
    ]);
  });
});

describe('what cannot be taken', () => {
  const broken = partOf('bad', latin1('%PDF-1.4 torn'));
  const locked = partOf('locked', makePdf({ pages: [{}], trailer: '/Encrypt 9 0 R' }));

  it('refuses the pack and names the paper and the cause', async () => {
    const { result } = await tryPack([partOf('a', plain(1)), locked]);
    expect(result).toEqual({
      ok: false,
      refusal: { type: 'PartRefused', id: 'locked', because: { type: 'Encrypted' } },
    });
  });

  it('goes on without it where that is wished, and says so', async () => {
    const pack = await packOf([broken, partOf('a', plain(1)), locked, partOf('b', plain(2))], {
      leaveOutRefused: true,
    });
    expect(pack.made.leftOut).toEqual([
      { id: 'bad', because: { type: 'Damaged', because: 'noCatalogue' } },
      { id: 'locked', because: { type: 'Encrypted' } },
    ]);
    expect((await pageTexts(pack.bytes)).map((text) => /Page (\d)/.exec(text)?.[1])).toEqual(['1', '2', '3']);
    expect((await bookmarksIn(pack.bytes)).map(({ title, page }) => [title, page])).toEqual([
      ['Paper a (page 1)', 1],
      ['Paper b (page 2)', 2],
    ]);
  });

  it('stops when cancelled, at whatever moment', async () => {
    for (let asked = 1; asked < 40; asked++) {
      let left = asked;
      const { result } = await tryPack([partOf('a', plain(5)), partOf('b', outlined(4))], {}, () => --left <= 0);
      if (left > 0) expect(result.ok).toBe(true);
      else expect(result).toEqual({ ok: false, refusal: { type: 'Cancelled' } });
    }
  });
});

describe('memory', () => {
  it('hands on large streams as they lie in their file, and alters no piece afterwards', async () => {
    const noise = new Uint8Array(9_500_000).map((_, at) => (at * 7919) >> 3);
    const big = makePdf({
      pages: [{ resources: `<</XObject<</Im ${extraNumber(1, 0)} 0 R>>>>`, content: '/Im Do' }],
      extras: [{ entries: '/Type/XObject/Subtype/Image/Width 1/Height 1', content: noise }],
    });
    const pieces: Uint8Array[] = [];
    const asHandedOn: Uint8Array[] = [];
    const write = async (bytes: Uint8Array): Promise<void> => {
      pieces.push(bytes);
      asHandedOn.push(bytes.slice());
    };
    const { result } = await tryPack([partOf('a', big)], {}, () => false, write);
    expect(result.ok).toBe(true);
    expect(pieces.some((piece) => piece.buffer === big.buffer && piece.length > 9_000_000)).toBe(true);
    const whole = Buffer.from(joined(pieces));
    expect(whole.equals(Buffer.from(joined(asHandedOn)))).toBe(true);
    expect(whole.includes(Buffer.from(noise.buffer, 1_000_000, 5_000_000))).toBe(true);
  });
});

describe('the sink', () => {
  const large = [partOf('a', jpegLikePdf(12, 900_000, 1)), partOf('b', jpegLikePdf(9, 900_000, 2))];

  it('gets the pieces one after another, however slowly it takes them', async () => {
    const { bytes } = await packOf(large);
    const taken: Uint8Array[] = [];
    let underWay = 0;
    await tryPack(
      large,
      {},
      () => false,
      async (piece) => {
        underWay += 1;
        expect(underWay).toBe(1);
        await new Promise((resolve) => setTimeout(resolve, 5));
        taken.push(piece);
        underWay -= 1;
      },
    );
    expect(taken.length).toBeGreaterThan(2);
    expect(Buffer.compare(joined(taken), bytes)).toBe(0);
  });

  it('fails the pack when it fails, however late', async () => {
    const full = new Error('no room');
    let pieces = 0;
    const packing = tryPack(
      large,
      {},
      () => false,
      async () => {
        pieces += 1;
        await new Promise((resolve) => setTimeout(resolve, 1));
        if (pieces > 1) throw full;
      },
    );
    await expect(packing).rejects.toBe(full);
  });
});
