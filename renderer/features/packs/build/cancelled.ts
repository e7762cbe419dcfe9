/** Thrown where the officer cancelled: whoever waits stops waiting. */
export class Cancelled extends Error {}
