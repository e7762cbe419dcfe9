/** Closes a `switch` over a union: a case left out does not compile, and foreign data that slips past is a fault. */
export function unreachable(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
