import type { ReactElement } from 'react';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { PageBody } from '#renderer/ui/page-body.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { readTitle } from './history.queries.ts';
import { RecordHistory } from './record-history.tsx';

export interface RecordHistoryPageProps {
  readonly kind: string;
  readonly id: string;
}

const openable: Readonly<Record<string, (id: string) => string>> = {
  meeting: pathTo.meeting,
  paper: pathTo.paper,
  body: pathTo.body,
};

/** A page for one record's history. */
export function RecordHistoryPage({ kind, id }: RecordHistoryPageProps): ReactElement {
  const { kinds } = useSession();
  const title = useLive((database) => readTitle(database, kinds, kind, id), [kinds, kind, id]);
  const open = openable[kind];
  return (
    <>
      <PageHeader
        title={title === undefined || title === null ? 'History of a record' : `History of ${title}`}
        breadcrumbs={[
          { label: 'History', href: hrefTo(pathTo.section('history')) },
          { label: kinds.get(kind)?.label ?? 'record' },
        ]}
        actions={open === undefined ? undefined : <LinkButton href={hrefTo(open(id))}>Open it</LinkButton>}
      />
      <PageBody layout="reading">
        <RecordHistory kind={kind} id={id} />
      </PageBody>
    </>
  );
}
