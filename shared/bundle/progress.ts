/** How far along a bundle is, for whoever waits for it. */

export type Stage =
  /** Files are read from this laptop, or pieces are joined. */
  | 'files'
  /** Parts of a bundle that is spread over several are written. */
  | 'volumes'
  | 'lock'
  | 'unlock'
  /** Sealed parts are looked through: hash, signature, every save. */
  | 'check'
  /** What came is worked into the records. */
  | 'work';

export type TellProgress = (stage: Stage, done: number, of: number) => void;

export const tellNobody: TellProgress = () => undefined;
