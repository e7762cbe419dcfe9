/** What an attempt came to: a value, or a refusal told as plain data (never thrown). */
export type Result<Value, Refusal> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Refusal };

export function ok<Value>(value: Value): Result<Value, never> {
  return { ok: true, value };
}

export function refuse<const Refusal extends { readonly type: string }>(refusal: Refusal): Result<never, Refusal> {
  return { ok: false, refusal };
}
