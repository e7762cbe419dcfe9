/** The machine the app runs on, for whatever screen must save a file or make pages. */
import { createContext, useContext } from 'react';
import type { Host } from '#shared/host/contract.ts';

const HostContext = createContext<Host | null>(null);

export const HostProvider = HostContext.Provider;

export function useHost(): Host {
  const host = useContext(HostContext);
  if (host === null) throw new Error('No host was given');
  return host;
}
