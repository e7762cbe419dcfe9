import type { ReactElement } from 'react';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { readHistoryOf } from './history.queries.ts';
import { SaveTimeline } from './save-timeline.tsx';

export interface RecordHistoryProps {
  readonly kind: string;
  readonly id: string;
}

/** What happened to one record, latest first. */
export function RecordHistory({ kind, id }: RecordHistoryProps): ReactElement {
  const { kinds } = useSession();
  const history = useLive((database) => readHistoryOf(database, kinds, kind, id), [kinds, kind, id]);
  if (history === undefined) return <Loading label="Reading the history" />;
  if (history === null) {
    return <EmptyState title="Nothing is known of this record" text="It may belong to another workspace." />;
  }
  return <SaveTimeline saves={history.saves} withRecords={false} />;
}
