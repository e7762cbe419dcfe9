/** Files of ours that travel inside the pack, such as the manifest as data (PDF 32000-1, 7.11.4; PDF 2.0, 14.13). */
import { nameOf, Placed, type PdfDict, type PdfValue } from './objects.ts';
import type { PackAttachment } from './pack-plan.ts';
import { latin1String, textString } from './strings.ts';
import { ownHand, writeDict, writeValue } from './write-value.ts';
import type { PackWriter } from './writer.ts';

/** Writes the attached files; gives the catalogue's entries, none where nothing is attached. */
export function writeAttachments(
  attachments: ReadonlyArray<PackAttachment>,
  writer: PackWriter,
): ReadonlyArray<readonly [string, PdfValue]> {
  if (attachments.length === 0) return [];
  const inOrder = [...attachments].sort((a, b) => (a.name < b.name ? -1 : 1));
  const places = inOrder.map((attachment) => writeAttachment(attachment, writer));
  const names = inOrder.flatMap(({ name }, at): PdfValue[] => [latin1String(plainName(name, at)), places[at] ?? null]);
  const tree: PdfDict = new Map([['EmbeddedFiles', new Map<string, PdfValue>([['Names', names]])]]);
  return [
    ['Names', tree],
    ['AF', places],
  ];
}

/** The key in the name tree: letters that every reader knows. */
function plainName(name: string, at: number): string {
  const plain = name.replaceAll(/[^ -~]/g, '_');
  return plain === '' ? `file ${at + 1}` : plain;
}

function writeAttachment({ name, type, description, bytes }: PackAttachment, writer: PackWriter): Placed {
  const file = new Placed(writer.allocate());
  const header: PdfDict = new Map<string, PdfValue>([
    ['Type', nameOf('EmbeddedFile')],
    ['Subtype', nameOf(type)],
    ['Params', new Map([['Size', bytes.length]])],
    ['Length', bytes.length],
  ]);
  writer.stream(file.number, (out) => writeDict(out, header, ownHand), bytes, 0, bytes.length);
  const specification: PdfDict = new Map<string, PdfValue>([
    ['Type', nameOf('Filespec')],
    ['F', latin1String(plainName(name, 0))],
    ['UF', textString(name)],
    ['Desc', textString(description)],
    ['AFRelationship', nameOf('Data')],
    [
      'EF',
      new Map<string, PdfValue>([
        ['F', file],
        ['UF', file],
      ]),
    ],
  ]);
  const place = new Placed(writer.allocate());
  writer.object(place.number, (out) => writeValue(out, specification, ownHand));
  return place;
}
