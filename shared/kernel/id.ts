const shape = /^[0-9a-z][0-9a-z-]{0,63}$/;

/** Whether a text can be an id: lower-case letters, digits and hyphens, at most 64. */
export function isId(text: string): boolean {
  return shape.test(text);
}
