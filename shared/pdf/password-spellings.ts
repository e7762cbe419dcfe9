/**
 * A password as it was typed; and where that is another, as the newest kind of lock has letters like ª and signs that do not
 * show written (RFC 4013, mapping and normalisation).
 */
export function spellingsOf(password: string): ReadonlyArray<string> {
  const plain = password.replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '').normalize('NFKC');
  return plain === password ? [password] : [password, plain];
}
