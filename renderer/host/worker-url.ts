/**
 * Addresses from which workers may be started. The page's policy (Trusted Types) lets no plain text become a script address;
 * this one door lets through only what the app itself is served from.
 */

interface TrustedPolicy {
  createScriptURL(address: string): unknown;
}

interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): TrustedPolicy;
}

function ownAddress(address: string): string {
  const url = new URL(address, document.baseURI);
  if (url.origin !== new URL(document.baseURI).origin) throw new Error('A worker must come from the app itself');
  return url.href;
}

let policy: TrustedPolicy | null = null;

/** The address of one of our own workers, as `new Worker` wants it. Import it with `?worker&url`. */
export function trustedWorkerUrl(address: string): URL {
  const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes;
  if (factory === undefined) return new URL(ownAddress(address));
  policy ??= factory.createPolicy('packhorse-worker', { createScriptURL: ownAddress });
  // The browser's own type for it is not in TypeScript's library yet.
  return policy.createScriptURL(address) as URL;
}
