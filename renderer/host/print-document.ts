/** The frame of every page we write: a whole HTML document with its styles and fonts inside, for it may fetch nothing. */
import italicUrl from '@fontsource/source-sans-3/files/source-sans-3-latin-400-italic.woff2?url';
import plainUrl from '@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2?url';
import strongUrl from '@fontsource/source-sans-3/files/source-sans-3-latin-600-normal.woff2?url';
import { escapeHtml } from '#shared/kernel/escape-html.ts';
import { bytesToBase64 } from '#shared/kernel/base64.ts';

/** Cuts of fixed weight: those of a variable font would be drawn into the PDF as shapes instead of being embedded. */
const cuts = [
  { url: plainUrl, weight: 400, style: 'normal' },
  { url: italicUrl, weight: 400, style: 'italic' },
  { url: strongUrl, weight: 600, style: 'normal' },
] as const;

let faces: Promise<string> | null = null;

async function readFaces(): Promise<string> {
  const rules = await Promise.all(
    cuts.map(async ({ url, weight, style }) => {
      const answer = await fetch(url);
      if (!answer.ok) throw new Error('A font for printing could not be read');
      const base64 = bytesToBase64(new Uint8Array(await answer.arrayBuffer()));
      return `@font-face { font-family: 'Source Sans 3'; font-weight: ${weight}; font-style: ${style}; src: url(data:font/woff2;base64,${base64}) format('woff2'); }`;
    }),
  );
  return rules.join('\n');
}

/*
 * The foot of each page is left free: the pack engine stamps the page number and the item there.
 */
const style = `
@page { size: A4; margin: 22mm 20mm 26mm; }
@page wide { size: A4 landscape; margin: 18mm 18mm 24mm; }
* { box-sizing: border-box; }
.wide { page: wide; }
.wide table { font-size: 9.5pt; }
.small { font-size: 9.5pt; color: #45524f; }
.stamp { border: 0.25mm solid #5a6764; padding: 1.5mm 3mm; font-size: 9.5pt; margin-bottom: 5mm; }
.matrix svg { width: 100%; height: auto; }
html { font: 400 11pt/1.45 'Source Sans 3', 'Segoe UI', sans-serif; color: #15211f; }
body { margin: 0; }
h1 { font-size: 20pt; line-height: 1.2; margin: 0 0 4mm; font-weight: 600; }
h2 { font-size: 13.5pt; line-height: 1.3; margin: 7mm 0 2mm; font-weight: 600; break-after: avoid; }
h3 { font-size: 11.5pt; margin: 5mm 0 1.5mm; font-weight: 600; break-after: avoid; }
h4, h5 { font-size: 11pt; margin: 4mm 0 1mm; font-weight: 600; break-after: avoid; }
p { margin: 0 0 2.5mm; orphans: 3; widows: 3; }
ul, ol { margin: 0 0 2.5mm; padding-left: 6mm; }
li > p { margin-bottom: 1mm; }
a { color: #0e4f54; }
img { max-width: 100%; max-height: 220mm; }
blockquote { margin: 0 0 2.5mm; padding-left: 4mm; border-left: 1mm solid #9cc3c2; }
table { width: 100%; border-collapse: collapse; margin: 0 0 4mm; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { text-align: left; vertical-align: top; padding: 1.4mm 2mm; border: 0.25mm solid #c3cbc8; }
th { background: #edf0ee; font-weight: 600; }
td p:last-child, th p:last-child { margin-bottom: 0; }
.facts { border-collapse: collapse; margin-bottom: 5mm; }
.facts th { width: 38mm; background: none; }
.facts th, .facts td { border: 0; border-bottom: 0.25mm solid #d6dcd9; }
.cover { min-height: 235mm; display: flex; flex-direction: column; }
.cover .mark { height: 3mm; width: 40mm; background: #0e4f54; margin-bottom: 48mm; }
.cover .body { font-size: 14pt; color: #45524f; margin-bottom: 3mm; }
.cover h1 { font-size: 30pt; }
.cover dl { margin: 8mm 0 0; font-size: 12pt; }
.cover dt { color: #45524f; font-size: 10pt; margin-top: 3mm; }
.cover dd { margin: 0; }
.cover .foot { margin-top: auto; color: #45524f; font-size: 10pt; }
.agenda th, .agenda td { border: 0; border-bottom: 0.25mm solid #d6dcd9; }
.agenda .number { width: 12mm; }
.agenda .page, .agenda .minutes { width: 16mm; text-align: right; }
.agenda .sub td:nth-child(2) { padding-left: 7mm; }
.agenda .title { font-weight: 600; margin-right: 2mm; }
.agenda .papers { display: block; margin-top: 0.6mm; }
.agenda .at { display: inline-block; width: 20mm; color: #45524f; }
.agenda .note { font-weight: 600; font-size: 10pt; }
.elsewhere { color: inherit; text-decoration: none; }
.manifest { font-size: 9pt; }
.manifest .pages { width: 22mm; white-space: nowrap; }
.manifest .hash { width: 62mm; font: 7.5pt/1.3 'DejaVu Sans Mono', Consolas, 'Courier New', monospace; word-break: break-all; }
.quiet { color: #45524f; font-size: 10pt; }
.restricted { font-weight: 600; }
`;

/** A document ready for printing. `body` is HTML whose every word has been escaped. */
export async function printDocument(title: string, body: string): Promise<string> {
  faces ??= readFaces();
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${await faces}${style}</style></head><body>${body}</body></html>`;
}
