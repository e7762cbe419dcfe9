const most = 60;

/** A title within a sentence, shortened where it is long: `“Finance report”`. */
export function quoted(title: string): string {
  const plain = title.replace(/\s+/g, ' ').trim();
  return `“${plain.length > most ? `${plain.slice(0, most - 1).trimEnd()}…` : plain}”`;
}
