import type { HostMethod } from '#shared/host/contract.ts';

/** The name under which a call of the contract travels between the page and the main process. */
export function channelOf(method: HostMethod): string {
  return `packhorse:${method}`;
}
