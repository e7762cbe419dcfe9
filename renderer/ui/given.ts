/**
 * Leaves out what was not given. The component library tells an absent prop from one that is `undefined`; our own
 * components do not, so that callers may pass on what they were passed.
 */
export type Given<Props extends object> = { [Name in keyof Props]?: Exclude<Props[Name], undefined> };

export function given<Props extends object>(props: Props): Given<Props> {
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)) as Given<Props>;
}
