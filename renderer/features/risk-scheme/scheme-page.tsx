import { Pencil } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { isLive } from '#shared/domain/risk-reviews/as-at.ts';
import { cellCode, type Level } from '#shared/domain/rating/scheme.ts';
import type { RiskScheme } from '#shared/domain/risks/risk-scheme.ts';
import { useRegister, type OpenRegister } from '#renderer/data/risks/registers.ts';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { riskViews } from '#renderer/navigation/risk-views.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Columns } from '#renderer/ui/columns.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { PageBody } from '#renderer/ui/page-body.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { RatingGrid } from '#renderer/ui/rating-grid.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { TabLinks } from '#renderer/ui/tab-links.tsx';
import { SchemeEditor } from './scheme-editor.tsx';

/** The scheme by which a register's risks are rated, and the versions it had. */
export function SchemePage({ registerId }: { readonly registerId: string }): ReactElement {
  const open = useRegister(registerId);
  const [isEditing, setEditing] = useState(false);
  if (open === undefined) return <Skeleton rows={6} label="Opening the scheme" />;
  const scheme = open?.rows.schemes.find(({ id }) => id === open.rows.register.schemeId);
  if (open === null || scheme === undefined) {
    return (
      <>
        <PageHeader title="Not here" />
        <PageBody>
          <EmptyState
            title="This scheme is not here"
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
          isEditing ? undefined : (
            <Button kind="primary" icon={Pencil} onPress={() => setEditing(true)}>
              Edit scheme
            </Button>
          )
        }
        tabs={<TabLinks label="Pages about this register" tabs={riskViews(register.id, 'scheme')} />}
      />
      <PageBody>
        {isEditing ? (
          <SchemeEditor open={open} before={scheme} onDone={() => setEditing(false)} />
        ) : (
          <SchemeInUse open={open} scheme={scheme} />
        )}
      </PageBody>
    </>
  );
}

function SchemeInUse({ open, scheme }: { readonly open: OpenRegister; readonly scheme: RiskScheme }): ReactElement {
  const live = (open.now?.risks ?? []).filter(isLive);
  const versions = open.rows.schemes.toSorted((a, b) => b.version - a.version || (a.id < b.id ? -1 : 1));
  return (
    <>
      <Panel title={scheme.name} count={`version ${scheme.version}`}>
        <RatingGrid
          label="The scheme in use"
          large
          likelihood={scheme.likelihood}
          impact={scheme.impact}
          cells={scheme.cells.map((cell) => ({
            ...cell,
            marks: live
              .filter(({ current }) => current !== null && cellCode(current) === cellCode(cell))
              .map(({ id, number }) => ({ id, label: String(number) })),
          }))}
        />
      </Panel>
      <Columns>
        <LevelsTable title="Likelihood" levels={scheme.likelihood} />
        <LevelsTable title="Impact" levels={scheme.impact} />
      </Columns>
      {versions.length > 1 && (
        <Panel title="Versions" flush>
          <Table
            caption="Versions of the scheme"
            rows={versions}
            keyOf={({ id }) => id}
            columns={[
              { id: 'version', header: 'Version', width: 6, cell: ({ version }) => version },
              { id: 'name', header: 'Name', rowHeader: true, cell: ({ name }) => name },
              {
                id: 'size',
                header: 'Grid',
                width: 7,
                cell: ({ likelihood, impact }) => `${likelihood.length} by ${impact.length}`,
              },
              {
                id: 'above',
                header: 'Above the line',
                width: 9,
                align: 'end',
                cell: ({ cells }) => cells.filter(({ above }) => above).length,
              },
              {
                id: 'use',
                header: 'Use',
                cell: ({ id, mapping, version }) =>
                  id === scheme.id
                    ? 'In use'
                    : version === 1 || mapping !== null
                      ? 'Earlier'
                      : 'Earlier; its ratings were made anew',
              },
            ]}
          />
        </Panel>
      )}
    </>
  );
}

function LevelsTable({
  title,
  levels,
}: {
  readonly title: string;
  readonly levels: ReadonlyArray<Level>;
}): ReactElement {
  return (
    <Panel title={title} flush>
      <Table
        caption={title}
        rows={levels}
        keyOf={({ code }) => code}
        columns={[
          { id: 'code', header: 'Code', width: 4, cell: ({ code }) => code },
          { id: 'label', header: 'Label', rowHeader: true, width: 9, cell: ({ label }) => label },
          { id: 'description', header: 'Means', cell: ({ description }) => description },
        ]}
      />
    </Panel>
  );
}
