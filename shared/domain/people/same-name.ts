/** Whether two names are the same to a reader: capitals and spaces apart. */
export function isSameName(a: string, b: string): boolean {
  const plain = (name: string): string => name.trim().replaceAll(/\s+/g, ' ').toLowerCase();
  return plain(a) === plain(b);
}
