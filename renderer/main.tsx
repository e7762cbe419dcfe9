/** Where the app is put together: the machine's host, the styles, the screens. */
import '#renderer/ui/kit.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { hostGlobal, type Host } from '#shared/host/contract.ts';
import { App } from './app/app.tsx';
import { browserHost } from './host/browser-host.ts';
import { HostProvider } from './host/host-context.ts';
import { KitProvider } from './ui/kit-provider.tsx';

const root = document.querySelector('#root');
if (root === null) throw new Error('The page has no place for the app');

const given = (window as unknown as Readonly<Record<string, Host | undefined>>)[hostGlobal];

createRoot(root).render(
  <StrictMode>
    <KitProvider>
      <HostProvider value={given ?? browserHost}>
        <App />
      </HostProvider>
    </KitProvider>
  </StrictMode>,
);
