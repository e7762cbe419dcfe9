import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import type { ReactElement } from 'react';
import { SessionProvider } from '#renderer/data/session-context.tsx';
import type { Session } from '#renderer/data/session.ts';
import { KitProvider } from '#renderer/ui/kit-provider.tsx';

export function show(session: Session, page: ReactElement) {
  render(
    <KitProvider>
      <SessionProvider value={session}>{page}</SessionProvider>
    </KitProvider>,
  );
  return userEvent.setup();
}

export async function axeFinds() {
  return (await axe.run(document.body, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } }))
    .violations;
}
