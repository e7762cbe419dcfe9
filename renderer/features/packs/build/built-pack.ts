/** Packs already built, kept in the private file store until they are built again. */
import { aBoolean, aText, aWholeNumber, listOf, objectOf, oneOf, type Decoded } from '#shared/kernel/decode.ts';
import { issuedPartShape, type Edition } from '#shared/domain/packs/issued-pack.ts';
import { readOwn, removeOwn, renameOwn, writeOwn } from './own-store.ts';

export const packFolder = 'packs';

/** A run of its pages, with what was seen of the file it came from. */
const builtPart = objectOf({
  ...issuedPartShape,
  /** Of the file, in bytes. */
  bytes: aWholeNumber(),
  tagged: aBoolean,
  hasText: aBoolean,
  /** Pages that are a picture and no words. */
  scannedPages: aWholeNumber(),
  /** Pages larger than A4 that are drawn smaller to fit it. */
  smallerPages: aWholeNumber(),
  repaired: aBoolean,
  /** What the pack leaves out of the file: how many of each. */
  dropped: objectOf({
    scripts: aWholeNumber(),
    launchActions: aWholeNumber(),
    embeddedFiles: aWholeNumber(),
    xfaForms: aWholeNumber(),
    signatures: aWholeNumber(),
  }),
});

export type BuiltPart = Decoded<typeof builtPart>;

const builtPack = objectOf({
  /** Milliseconds since 1970. */
  builtAt: aWholeNumber(),
  pages: aWholeNumber(1),
  bytes: aWholeNumber(1),
  /** What it was made from: it is out of date when this no longer agrees. */
  madeFrom: aText(128),
  form: oneOf(['main', 'supplement']),
  issue: aWholeNumber(1),
  title: aText(1000),
  fileName: aText(300),
  leftOut: listOf(objectOf({ title: aText(500), because: aText(500) })),
  /** In the order of their pages. */
  parts: listOf(builtPart),
});

export type BuiltPack = Decoded<typeof builtPack>;

export interface PackFile {
  readonly facts: BuiltPack;
  readonly file: File;
}

function names(
  workspace: string,
  meetingId: string,
  edition: Edition,
): { readonly pdf: string; readonly facts: string } {
  const base = `${workspace}-${meetingId}-${edition}`;
  return { pdf: `${base}.pdf`, facts: `${base}.json` };
}

export function passingName(workspace: string, meetingId: string, edition: Edition): string {
  return `${names(workspace, meetingId, edition).pdf}.part`;
}

/** A pack under way, whole. */
export async function readPassing(workspace: string, meetingId: string, edition: Edition): Promise<File> {
  const file = await readOwn(packFolder, passingName(workspace, meetingId, edition));
  if (file === null) throw new Error('A pack just made is not there');
  return file;
}

/** The pack built last, or `null` where none stands ready. */
export async function readBuilt(workspace: string, meetingId: string, edition: Edition): Promise<PackFile | null> {
  const { pdf, facts } = names(workspace, meetingId, edition);
  const [file, kept] = await Promise.all([readOwn(packFolder, pdf), readOwn(packFolder, facts)]);
  if (file === null || kept === null) return null;
  let parsed: unknown = null;
  try {
    parsed = JSON.parse(await kept.text());
  } catch {
    return null;
  }
  const decoded = builtPack(parsed);
  return decoded.ok && decoded.value.bytes === file.size ? { facts: decoded.value, file } : null;
}

/** Puts a pack just built in place of the one before. Until the last step the earlier one stands. */
export async function keepBuilt(
  workspace: string,
  meetingId: string,
  edition: Edition,
  facts: BuiltPack,
): Promise<void> {
  const { pdf, facts: factsName } = names(workspace, meetingId, edition);
  await removeOwn(packFolder, factsName);
  await renameOwn(packFolder, passingName(workspace, meetingId, edition), pdf);
  await writeOwn(packFolder, factsName, JSON.stringify(facts));
}

/** Forgets the pack built last: what it showed has been issued. */
export async function dropBuilt(workspace: string, meetingId: string, edition: Edition): Promise<void> {
  const { pdf, facts } = names(workspace, meetingId, edition);
  await removeOwn(packFolder, facts);
  await removeOwn(packFolder, pdf);
}

export async function dropPassing(workspace: string, meetingId: string, edition: Edition): Promise<void> {
  await removeOwn(packFolder, passingName(workspace, meetingId, edition));
}
