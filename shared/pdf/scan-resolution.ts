/** Dots to the inch that print needs. */
export const fineEnough = 300;

/** Scans finer than this are worth drawing anew. */
export const tooFine = 330;
