import { ArchiveRestore } from 'lucide-react';
import type { ReactElement } from 'react';
import { bringBackFromBin } from '#shared/domain/workspace/bin.commands.ts';
import { withYear } from '#shared/kernel/civil-date.ts';
import { run } from '#renderer/data/run.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { civilDateOf } from '#renderer/data/wall-clock.ts';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { readBin, type BinEntry } from './bin.queries.ts';

/** What was deleted lately, and the way back for it. */
export function BinPanel(): ReactElement {
  const session = useSession();
  const entries = useLive((database) => readBin(database, session.kinds, session.now()), [session]);

  async function broughtBack(entry: BinEntry): Promise<void> {
    const result = await run(session, bringBackFromBin, entry);
    if (result.ok) noticeShown(`Brought back ${entry.title}.`);
  }

  return (
    <Panel title="Bin" count="Deleted in the last 30 days" flush={entries !== undefined && entries.length > 0}>
      {entries === undefined ? null : entries.length === 0 ? (
        <p className="muted">Nothing was deleted in the last 30 days. What you delete waits here.</p>
      ) : (
        <Table
          caption="Deleted in the last 30 days"
          rows={entries}
          keyOf={({ key }) => key}
          maxHeight={24}
          columns={[
            { id: 'title', header: 'What', rowHeader: true, cell: ({ title }) => title },
            {
              id: 'label',
              header: 'Kind',
              width: 9,
              cell: ({ label }) => label.charAt(0).toUpperCase() + label.slice(1),
            },
            {
              id: 'when',
              header: 'Deleted',
              width: 10,
              hideWhenNarrow: true,
              cell: ({ deletedAt }) => withYear(civilDateOf(deletedAt)),
            },
            {
              id: 'back',
              header: 'Bring back',
              hideHeader: true,
              width: 9,
              cell: (entry) => (
                <Button small icon={ArchiveRestore} onPress={() => void broughtBack(entry)}>
                  Bring back <span className="vh">{entry.title}</span>
                </Button>
              ),
            },
          ]}
        />
      )}
    </Panel>
  );
}
