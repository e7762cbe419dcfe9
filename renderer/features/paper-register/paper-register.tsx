import { useDeferredValue, useMemo, type ReactElement } from 'react';
import { goTo } from '#renderer/navigation/go.ts';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { pathTo } from '#renderer/navigation/places.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { DataGrid } from '#renderer/ui/data-grid/data-grid.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { editCell } from './edit-cell.ts';
import { ExportMenu } from './export-menu.tsx';
import type { PaperLine } from './lines.ts';
import { isNarrowed, narrowed, sorted, type LineOrder } from './narrow.ts';
import { registerColumns } from './register-columns.tsx';
import { RegisterFilters } from './register-filters.tsx';
import { papersInWords } from './register-words.ts';
import { filterCleared, papersSelected, sortChosen, useRegister } from './register.store.ts';
import { SelectionBar } from './selection-bar.tsx';
import { useLines } from './use-lines.ts';

/** Every paper over all meetings, to be read, narrowed, sorted and changed as in a spreadsheet. */
export function PaperRegister(): ReactElement {
  const session = useSession();
  const known = useLines();
  const filter = useDeferredValue(useRegister((register) => register.filter));
  const sort = useRegister((register) => register.sort);
  const selected = useRegister((register) => register.selected);
  const lines = known?.lines;
  const shown = useMemo(
    () => (lines === undefined ? undefined : sorted(narrowed(lines, filter), sort)),
    [lines, filter, sort],
  );

  if (known === undefined || shown === undefined) return <Loading label="Looking up papers" />;
  const isFiltered = isNarrowed(filter);
  const chosen = shown.filter(({ id }) => selected.has(id));
  return (
    <>
      <RegisterFilters lines={known.lines} found={papersInWords(shown.length)} />
      {shown.length === 0 ? (
        <EmptyState
          title={isFiltered ? 'No paper fits these filters' : 'No papers yet'}
          text={isFiltered ? 'Take a filter away to see more.' : 'Add one, or attach the files you were sent.'}
          action={isFiltered ? <Button onPress={filterCleared}>Show all papers</Button> : undefined}
        />
      ) : (
        <Panel
          title="Papers register"
          count={known.isWhole ? papersInWords(shown.length) : undefined}
          actions={<ExportMenu lines={shown} isWhole={known.isWhole} />}
          flush
        >
          {chosen.length > 0 && <SelectionBar lines={chosen} />}
          <DataGrid
            caption="Papers register"
            columns={registerColumns}
            rows={shown}
            keyOf={idOf}
            nameOf={titleOf}
            sort={sort}
            onSort={({ column, direction }) => sortChosen({ column: column as LineOrder, direction })}
            selected={selected}
            onSelect={papersSelected}
            onEdit={(line, column, value) => editCell(session, line, column, value)}
            onOpen={(line) => goTo(pathTo.paper(line.id))}
            onBlocked={(because) => noticeShown(because, 'grey')}
          />
        </Panel>
      )}
    </>
  );
}

function idOf({ id }: PaperLine): string {
  return id;
}

function titleOf({ paper }: PaperLine): string {
  return paper.title === '' ? 'Untitled' : paper.title;
}
