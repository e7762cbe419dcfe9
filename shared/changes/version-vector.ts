/** How far the saves of each device are held without a gap: the last sequence number per device. */
export type VersionVector = Readonly<Record<string, number>>;

export function heldOf(vector: VersionVector, device: string): number {
  // A device may be called `constructor`.
  return Object.hasOwn(vector, device) ? (vector[device] ?? 0) : 0;
}

/** Whether everything in `part` is held in `whole`. */
export function isWithin(part: VersionVector, whole: VersionVector): boolean {
  return Object.entries(part).every(([device, seq]) => seq <= heldOf(whole, device));
}
