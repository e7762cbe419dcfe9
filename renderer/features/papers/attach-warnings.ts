/** What an officer should know of a file that has been attached, in a sentence each. */
import type { AttachedFile } from '#shared/domain/papers/paper-version.commands.ts';

export function warningsOf({ fileName, facts, contents, original }: AttachedFile): ReadonlyArray<string> {
  const warnings: string[] = [];
  if (facts.repaired) {
    const kept = original === null ? '' : ' The file as it came is kept beside the repaired copy.';
    warnings.push(`${fileName} was damaged and has been repaired as far as its pages go. Look through them.${kept}`);
  }
  if (original?.copied === 'unlocked') {
    warnings.push(`${fileName} goes into packs without its lock. The file as it came is kept beside the copy.`);
  }
  if (contents.signatures > 0) {
    warnings.push(
      `${fileName} is signed. The signature will not survive in a pack; the file itself is kept as it came.`,
    );
  }
  if (contents.xfaForms > 0) {
    warnings.push(
      `${fileName} is a form made for Adobe’s programs (XFA). A pack shows only what its pages draw. Look through them; if values are missing, print the form to a new PDF there and attach that.`,
    );
  }
  return warnings;
}
