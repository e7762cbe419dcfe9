/** A short fuzz that is the same every time; the long one, guided by what it reaches, is `npm run bench fuzz`. */
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { expect, it } from 'vitest';
import { chanceFrom, harmed } from '#tests/support/harm.ts';
import { extraNumber, makePdf, scanPdf } from '#tests/support/pdf-maker.ts';
import { tryEngine } from '#tests/support/try-engine.ts';

it('is harmed the same way by the same chance', () => {
  const file = makePdf({ pages: [{}] });
  const harm = (seed: number): string => Buffer.from(harmed(file, [file], chanceFrom(seed))).toString('latin1');
  expect(harm(7)).toBe(harm(7));
  expect(new Set(Array.from({ length: 50 }, (_, seed) => harm(seed))).size).toBeGreaterThan(40);
});

it('brings every harmed file to a pack or a refusal, in little time and memory', { timeout: 120_000 }, async () => {
  const made = await PDFDocument.create();
  const font = await made.embedFont(StandardFonts.Helvetica);
  made.addPage().drawText('Text', { font });
  made.getForm().createCheckBox('agreed').addToPage(made.getPage(0));
  const form = makePdf({
    pages: [{ entries: `/Annots[${extraNumber(1, 0)} 0 R]` }],
    extras: ['<</Type/Annot/Subtype/Widget/FT/Tx/V(x)/DA(/F 9 Tf)/Rect[9 9 99 99]/MK<</BC[0]/R 90>>>>'],
  });
  const seeds = [await made.save({ useObjectStreams: true }), form, scanPdf(2, 400)];
  const chance = chanceFrom(20_271_126);
  let slowest = 0;
  for (let round = 0; round < 400; round++) {
    const file = harmed(seeds[round % seeds.length]!, seeds, chance);
    const began = performance.now();
    await tryEngine(file);
    slowest = Math.max(slowest, performance.now() - began);
  }
  expect(slowest).toBeLessThan(5000);
});
