import { describe, expect, test } from 'vitest';
import { formOf, readJpeg, readPng } from '#shared/domain/papers/picture-facts.ts';
import { picturePage, pictureFrom, placePicture } from '#shared/domain/papers/picture-page.ts';
import { jpegHead, pngOf } from './pictures.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('what a file is', () => {
  test.each([
    ['%PDF-1.7\n', 'pdf'],
    [`${'\n'.repeat(1024)}%PDF-1.4`, 'pdf'],
    [`${'\n'.repeat(1025)}%PDF-1.4`, 'unknown'],
    ['PK\u0003\u0004.....[Content_Types].xml', 'office'],
    ['PK\u0003\u0004.....photo.png', 'archive'],
    ['\u00d0\u00cf\u0011\u00e0', 'oldOffice'],
    ['GIF89a', 'gif'],
    ['RIFF....WEBPVP8 ', 'webp'],
    ['....ftypheic', 'heic'],
    ['<!doctype html>', 'unknown'],
    ['', 'unknown'],
  ])('%j is told by its bytes: %s', (text, expected) => {
    expect(formOf(bytes(text))).toBe(expected);
  });
});

describe('a picture', () => {
  test('says its size and how to turn it', () => {
    expect(readJpeg(jpegHead(4000, 3000, 6))).toEqual({
      width: 4000,
      height: 3000,
      components: 3,
      orientation: 6,
      isAdobe: false,
    });
    expect(readPng(pngOf({ width: 10, height: 6 }))).toMatchObject({ width: 10, height: 6, isPlain: true });
    expect(readPng(pngOf({ width: 10, height: 6, colourType: 6 }))).toMatchObject({ isPlain: false });
    expect(readPng(pngOf({ width: 10, height: 6, interlaced: true }))).toMatchObject({ isPlain: false });
  });

  test('cut off anywhere is refused and never a fault', () => {
    const jpeg = jpegHead(40, 30, 1);
    const png = pngOf({ width: 4, height: 4 });
    for (let length = 3; length < jpeg.length - 20; length += 1) expect(readJpeg(jpeg.subarray(0, length))).toBeNull();
    for (let length = 8; length < png.length; length += 1) expect(readPng(png.subarray(0, length))).toBeNull();
  });

  test('nonsense in a camera’s notes is passed over', () => {
    for (let at = 6; at < 44; at += 1) {
      const jpeg = Uint8Array.from(jpegHead(40, 30, 3));
      jpeg[at] = 0xff;
      expect(() => readJpeg(jpeg)).not.toThrow();
    }
    expect(readJpeg(jpegHead(40, 30, 9))?.orientation).toBe(1);
  });

  test('stands upright within the margins, in whichever way the camera was held', () => {
    for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8] as const) {
      const { page, box, matrix } = placePicture({ width: 4000, height: 3000, orientation });
      const isUpright = orientation >= 5;
      expect(page.height > page.width).toBe(isUpright);
      expect(box.x).toBeGreaterThanOrEqual(41.9);
      expect(box.y).toBeGreaterThanOrEqual(41.9);
      expect(box.width / box.height).toBeCloseTo(isUpright ? 3 / 4 : 4 / 3, 3);
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = matrix;
      const corners = [0, 1].flatMap((x) => [0, 1].map((y) => [a * x + c * y + e, b * x + d * y + f] as const));
      const xs = corners.map(([x]) => x);
      const ys = corners.map(([, y]) => y);
      expect(Math.min(...xs)).toBeCloseTo(box.x, 3);
      expect(Math.max(...xs)).toBeCloseTo(box.x + box.width, 3);
      expect(Math.min(...ys)).toBeCloseTo(box.y, 3);
      expect(Math.max(...ys)).toBeCloseTo(box.y + box.height, 3);
    }
  });

  test.each([
    // Where the picture's stored top left corner must be shown.
    [1, 'top left'],
    [2, 'top right'],
    [3, 'bottom right'],
    [4, 'bottom left'],
    [5, 'top left'],
    [6, 'top right'],
    [7, 'bottom right'],
    [8, 'bottom left'],
  ] as const)('held as %i its first pixel is shown %s', (orientation, corner) => {
    const { box, matrix } = placePicture({ width: 400, height: 300, orientation });
    const [, , c = 0, d = 0, e = 0, f = 0] = matrix;
    // A PDF draws a picture in the unit square with its first row at the top, so its first pixel is at (0, 1).
    const [x, y] = [c + e, d + f];
    const shown = `${y > box.y + box.height / 2 ? 'top' : 'bottom'} ${x < box.x + box.width / 2 ? 'left' : 'right'}`;
    expect(shown).toBe(corner);
  });

  test('a small one is not blown up', () => {
    expect(placePicture({ width: 96, height: 48, orientation: 1 }).box).toMatchObject({ width: 72, height: 36 });
  });

  test('becomes a tagged page whose objects stand where its index says', () => {
    const picture = pictureFrom('png', pngOf({ width: 10, height: 6 }));
    const page = picturePage(picture!, 'Map', 'A map of the “new” wards');
    const text = Buffer.from(page).toString('latin1');
    expect(text).toContain('/MarkInfo << /Marked true >>');
    const described = Buffer.from('A map of the “new” wards', 'utf16le').swap16().toString('hex');
    expect(text).toContain(`/Alt <feff${described}>`);
    const index = Number(/startxref\n(\d+)/.exec(text)?.[1]);
    const entries = text.slice(index).match(/\d{10} 00000 n/g) ?? [];
    expect(entries).toHaveLength(10);
    for (const [number, entry] of entries.entries()) {
      expect(text.slice(Number(entry.slice(0, 10))).startsWith(`${number + 1} 0 obj`)).toBe(true);
    }
  });
});
