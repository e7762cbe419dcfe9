/** What a bundle says of itself, line by line. */
import type { OpenedBundle } from '#shared/bundle/read-bundle.ts';
import { safetyWords } from '#shared/bundle/safety-words.ts';

/** Control and direction characters are left out: whoever wrote the bundle must not write on the terminal. */
function shown(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '');
}

export async function bundleInWords({
  manifest,
  author,
  segments,
  files,
}: OpenedBundle): Promise<ReadonlyArray<string>> {
  const saves = segments.reduce((sum, { read }) => sum + read.saves.length, 0);
  const words = await safetyWords(manifest.workspace.id, author.device, author.signKey);
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  const lines = [
    `workspace: ${shown(manifest.workspace.name)} (${manifest.workspace.id})`,
    `made by: ${shown(author.person)}, ${shown(author.role)}, laptop ${author.device}`,
    `safety words of that laptop: ${words.join(' ')}`,
    `made at: ${new Date(manifest.at).toISOString()}, by its own clock; its bundle ${manifest.no}, made with Packhorse ${shown(manifest.app)}`,
    `holds: ${saves} saves in ${segments.length} sealed parts, ${files.length} files of ${bytes} bytes`,
  ];
  for (const { device, person } of manifest.devices) {
    const own = segments.filter(({ read }) => read.device === device);
    if (own.length === 0) continue;
    const ranges = own.map(({ read }) => `${read.from}-${read.to}`).join(', ');
    lines.push(`  of ${shown(person)} (${device}): changes ${ranges}`);
  }
  return [...lines, 'every signature and hash is right'];
}
