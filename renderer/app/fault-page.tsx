import type { ReactElement } from 'react';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { PageBody } from '#renderer/ui/page-body.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { isStorageFull } from '#renderer/data/run.ts';

export interface FaultPageProps {
  readonly fault: unknown;
}

/** What went wrong, what is safe, what to do. */
export function FaultPage({ fault }: FaultPageProps): ReactElement {
  const words = fault instanceof Error ? fault.message : String(fault);
  return (
    <>
      <PageHeader title="Something went wrong" />
      <PageBody layout="reading">
        <Banner
          tone="error"
          title={isStorageFull(fault) ? 'This laptop is out of room' : 'Packhorse could not show this page'}
          actions={<Button onPress={() => location.reload()}>Open Packhorse again</Button>}
        >
          <p>
            Everything saved before this is safe on this laptop.{' '}
            {isStorageFull(fault)
              ? 'Free some room on the disk, then open Packhorse again.'
              : 'Open Packhorse again; if it happens once more, choose another page and tell whoever looks after your laptop.'}
          </p>
          <p className="small muted">What the program said: {words}</p>
        </Banner>
      </PageBody>
    </>
  );
}
