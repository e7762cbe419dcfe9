/** What was made of something typed: a value, nothing, or what is wrong with it in words. */
export type Reading<Value> =
  | { readonly type: 'value'; readonly value: Value }
  | { readonly type: 'empty' }
  | { readonly type: 'fault'; readonly words: string };
