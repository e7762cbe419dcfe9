import { useDeferredValue, useMemo, type ReactElement } from 'react';
import { useRegister, type OpenRegister } from '#renderer/data/risks/registers.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { goTo } from '#renderer/navigation/go.ts';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { riskViews } from '#renderer/navigation/risk-views.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DataGrid } from '#renderer/ui/data-grid/data-grid.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { PageBody } from '#renderer/ui/page-body.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { TabLinks } from '#renderer/ui/tab-links.tsx';
import { editRiskCell } from './edit-risk-cell.ts';
import { ExportRisks } from './export-risks.tsx';
import { narrowed, sorted } from './narrow-risks.ts';
import { riskColumns } from './risk-columns.tsx';
import { RiskFilters } from './risk-filters.tsx';
import { riskLines, type RiskLine } from './risk-lines.ts';
import { RiskSelection } from './risk-selection.tsx';
import { filterCleared, risksSelected, sortChosen, useRiskTable } from './risk-table.store.ts';

/** The whole register, worked in as a spreadsheet. */
export function RegisterPage({ registerId }: { readonly registerId: string }): ReactElement {
  const open = useRegister(registerId);
  if (open === undefined) return <Skeleton rows={8} label="Opening the register" />;
  if (open === null || open.now === null) {
    return (
      <>
        <PageHeader title="Not here" />
        <PageBody>
          <EmptyState
            title="This register is not here"
            action={<LinkButton href={hrefTo(pathTo.section('risks'))}>Go to risks</LinkButton>}
          />
        </PageBody>
      </>
    );
  }
  const { register } = open.rows;
  return (
    <>
      <PageHeader
        title={register.name}
        breadcrumbs={[{ label: 'Risks', href: hrefTo(pathTo.section('risks')) }, { label: register.name }]}
        actions={
          <>
            <LinkButton href={hrefTo(pathTo.riskImport(register.id))}>Import from a spreadsheet</LinkButton>
            <ExportRisks open={open} />
          </>
        }
        tabs={<TabLinks label="Pages about this register" tabs={riskViews(register.id, 'register')} />}
      />
      <PageBody>
        <RegisterGrid open={open} now={open.now} />
      </PageBody>
    </>
  );
}

function RegisterGrid({
  open,
  now,
}: {
  readonly open: OpenRegister;
  readonly now: NonNullable<OpenRegister['now']>;
}): ReactElement {
  const session = useSession();
  const filter = useDeferredValue(useRiskTable((table) => table.filter));
  const sort = useRiskTable((table) => table.sort);
  const selected = useRiskTable((table) => table.selected);
  const lines = useMemo(() => riskLines(open.rows.risks, now), [open.rows.risks, now]);
  const shown = useMemo(() => sorted(narrowed(lines, filter), sort), [lines, filter, sort]);
  const chosen = shown.filter(({ id }) => selected.has(id));
  const found = shown.length === 1 ? '1 risk' : `${shown.length} risks`;
  return (
    <>
      <RiskFilters lines={lines} found={found} />
      {shown.length === 0 ? (
        <EmptyState
          title={lines.length === 0 ? 'No risks yet' : 'No risk fits these filters'}
          action={lines.length === 0 ? undefined : <Button onPress={filterCleared}>Show all risks</Button>}
        />
      ) : (
        <Panel title="Register" count={found} flush>
          {chosen.length > 0 && (
            <div style={{ padding: 'var(--s2) var(--s4)' }}>
              <RiskSelection open={open} lines={chosen} />
            </div>
          )}
          <DataGrid
            caption="Risk register"
            columns={riskColumns}
            rows={shown}
            keyOf={idOf}
            nameOf={nameOf}
            sort={sort}
            onSort={({ column, direction }) => sortChosen({ column, direction })}
            selected={selected}
            onSelect={risksSelected}
            onEdit={async (line, column, value) => {
              const scheme = open.rows.schemes.find(({ id }) => id === open.rows.register.schemeId);
              return scheme === undefined ? undefined : editRiskCell(session, open, scheme, line, column, value);
            }}
            onOpen={(line) => goTo(pathTo.risk(line.id))}
            onBlocked={(because) => noticeShown(because, 'grey')}
          />
        </Panel>
      )}
    </>
  );
}

function idOf({ id }: RiskLine): string {
  return id;
}

function nameOf({ risk }: RiskLine): string {
  return risk.shortName;
}
