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
  // What was read out in an earlier test still lies in the announcer's own corner.
  const page = { include: document.body, exclude: ['[data-live-announcer]'] };
  const rules = { 'color-contrast': { enabled: false }, region: { enabled: false } };
  return (await axe.run(page, { rules })).violations;
}
