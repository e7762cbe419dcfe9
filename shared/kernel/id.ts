declare const brand: unique symbol;

/** The identity of one record of a kind, so that a paper's id cannot be handed in where a meeting's is wanted. */
export type Id<Kind extends string> = string & { readonly [brand]?: Kind };

const shape = /^[0-9a-z][0-9a-z-]{0,63}$/;

/** Whether a text can be an id: lower-case letters, digits and hyphens, at most 64. */
export function isId(text: string): boolean {
  return shape.test(text);
}
