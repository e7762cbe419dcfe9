import { ShieldAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { PageBody } from '#renderer/ui/page-body.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';

/** Where a register was and is no longer. */
export function NoRegister(): ReactElement {
  return (
    <>
      <PageHeader title="Not here" />
      <PageBody>
        <EmptyState
          icon={ShieldAlert}
          title="This register is no longer here"
          text="It was taken back, here or by a colleague. Undo, or the bin in Settings, brings it back."
          action={<LinkButton href={hrefTo(pathTo.section('risks'))}>Go to risks</LinkButton>}
        />
      </PageBody>
    </>
  );
}
