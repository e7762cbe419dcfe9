import type { ReactElement } from 'react';
import { PaperRegister } from '#renderer/features/paper-register/paper-register.tsx';
import { useRegister } from '#renderer/features/paper-register/register.store.ts';
import { PapersPage } from '#renderer/features/papers/papers-page.tsx';
import { paperViews } from '#renderer/navigation/paper-views.ts';
import { TabLinks } from '#renderer/ui/tab-links.tsx';

/** Adding and attaching papers, around the register of all there are. */
export function PapersScreen(): ReactElement {
  const meetingId = useRegister(({ filter }) => filter.meetingId);
  return (
    <PapersPage meetingId={meetingId} views={<TabLinks label="Pages about papers" tabs={paperViews('register')} />}>
      <PaperRegister />
    </PapersPage>
  );
}
