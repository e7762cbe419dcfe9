import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { lookIntoWord, notCarriedInWords } from '#renderer/features/word/not-carried.ts';

function wordFile(notes: string): Uint8Array {
  return zipSync({
    'word/document.xml': strToU8('<w:document><w:body></w:body></w:document>'),
    'word/footnotes.xml': strToU8(`<w:footnotes>${notes}</w:footnotes>`),
  });
}

const number = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>';

function note(run: string): string {
  return `<w:footnote w:id="2"><w:p>${number}${run}</w:p></w:footnote>`;
}

async function told(notes: string): Promise<ReadonlyArray<string>> {
  const looked = await lookIntoWord(wordFile(notes));
  return looked.ok ? looked.value.map(notCarriedInWords) : [looked.refusal.type];
}

test('tells that the formatting of footnotes is lost', async () => {
  const bold = note('<w:r><w:rPr><w:b/></w:rPr><w:t>Costs</w:t></w:r>');
  const linked = note('<w:hyperlink r:id="a"><w:r><w:t>The report</w:t></w:r></w:hyperlink>');
  expect(await told(bold)).toEqual(['1 footnote with formatting: taken in as plain words.']);
  expect(await told(bold + linked)).toEqual(['2 footnotes with formatting: taken in as plain words.']);
});

test('says nothing of footnotes in plain words', async () => {
  expect(await told(note('<w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>Costs</w:t></w:r>'))).toEqual([]);
});
