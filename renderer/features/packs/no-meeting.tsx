import type { ReactElement } from 'react';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { PageBody } from '#renderer/ui/page-body.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';

export function NoMeeting(): ReactElement {
  return (
    <>
      <PageHeader title="Not found" />
      <PageBody>
        <EmptyState
          title="There is no such meeting here"
          text="It may have been removed. The bin in Settings keeps what was removed for 30 days."
        />
      </PageBody>
    </>
  );
}
