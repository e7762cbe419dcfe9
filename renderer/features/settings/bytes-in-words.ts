/** `12 MB`, `1.4 GB`; bytes are counted by the thousand, as disks are sold. */
export function bytesInWords(bytes: number | null): string {
  if (bytes === null) return 'Not known';
  if (bytes < 1_000_000) return 'Less than 1 MB';
  if (bytes < 1_000_000_000) return `${Math.round(bytes / 1_000_000)} MB`;
  const tenths = Math.round(bytes / 100_000_000) / 10;
  return `${tenths >= 100 ? Math.round(tenths) : tenths} GB`;
}
