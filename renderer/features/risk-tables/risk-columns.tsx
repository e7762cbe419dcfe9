/** The register's columns: what each says, draws and takes. */
import { Lock } from 'lucide-react';
import { proximities, publications, responses } from '#shared/domain/risks/values.ts';
import { proximityWords, publicationWords, responseWords, statusWords } from '#shared/domain/risks/words.ts';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { CellTag } from '#renderer/ui/cell-tag.tsx';
import type { GridColumn } from '#renderer/ui/data-grid/grid-column.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { Status } from '#renderer/ui/status.tsx';
import { codeOf } from './narrow-risks.ts';
import type { RiskLine } from './risk-lines.ts';
import styles from './risk-tables.module.css';

function closedStands({ risk }: RiskLine): string | undefined {
  return risk.status === 'closed' ? 'This risk is closed. Reopen it on its page to change it.' : undefined;
}

function cellColumn(id: 'current' | 'target', header: string): GridColumn<RiskLine> {
  return {
    id,
    header,
    width: 7.25,
    sortable: true,
    text: (line) => codeOf(line[id]),
    draw: (line) => {
      const rule = line[id];
      return rule === null ? '' : <CellTag code={codeOf(rule)} band={rule.band} above={rule.above} />;
    },
    edit: { valueOf: (line) => codeOf(line[id]), blockedBecause: closedStands },
  };
}

export const riskColumns: ReadonlyArray<GridColumn<RiskLine>> = [
  { id: 'number', header: 'No.', width: 4.25, align: 'end', sortable: true, text: ({ risk }) => String(risk.number) },
  {
    id: 'shortName',
    header: 'Short name',
    rowHeader: true,
    sortable: true,
    text: ({ risk }) => risk.shortName,
    draw: ({ risk }) => (
      <>
        {risk.publication === 'exempt' && (
          <span className={styles['exempt']}>
            <Icon of={Lock} size="s" />
            <span className="vh">Exempt: </span>
          </span>
        )}
        <a href={hrefTo(pathTo.risk(risk.id))} tabIndex={-1}>
          {risk.shortName}
        </a>
      </>
    ),
    edit: { valueOf: ({ risk }) => risk.shortName, blockedBecause: closedStands },
  },
  {
    id: 'cluster',
    header: 'Cluster',
    width: 9,
    sortable: true,
    text: ({ cluster }) => cluster,
    edit: { valueOf: ({ cluster }) => cluster, blockedBecause: closedStands },
  },
  {
    id: 'owner',
    header: 'Owner',
    width: 9.5,
    sortable: true,
    text: ({ owner }) => owner || 'Nobody',
    edit: { valueOf: ({ owner }) => owner, blockedBecause: closedStands },
  },
  cellColumn('current', 'Current'),
  cellColumn('target', 'Target'),
  {
    id: 'response',
    header: 'Response',
    width: 6,
    sortable: true,
    text: ({ risk }) => responseWords[risk.response],
    edit: {
      valueOf: ({ risk }) => risk.response,
      options: responses.map((value) => ({ value, label: responseWords[value] })),
      blockedBecause: closedStands,
    },
  },
  {
    id: 'proximity',
    header: 'Proximity',
    width: 8,
    sortable: true,
    text: ({ risk }) => proximityWords[risk.proximity],
    edit: {
      valueOf: ({ risk }) => risk.proximity,
      options: proximities.map((value) => ({ value, label: proximityWords[value] })),
      blockedBecause: closedStands,
    },
  },
  {
    id: 'category',
    header: 'Category',
    width: 8,
    sortable: true,
    text: ({ risk }) => risk.category,
    edit: { valueOf: ({ risk }) => risk.category, blockedBecause: closedStands },
  },
  {
    id: 'publication',
    header: 'Publication',
    width: 6.5,
    sortable: true,
    text: ({ risk }) => publicationWords[risk.publication],
    edit: {
      valueOf: ({ risk }) => risk.publication,
      options: publications.map((value) => ({ value, label: publicationWords[value] })),
      blockedBecause: closedStands,
    },
  },
  { id: 'status', header: 'Status', width: 6, sortable: true, text: ({ risk }) => statusWords[risk.status] },
  {
    id: 'actions',
    header: 'Open actions',
    width: 6.5,
    align: 'end',
    sortable: true,
    text: ({ openActions }) => (openActions === 0 ? '' : String(openActions)),
  },
  {
    id: 'overdue',
    header: 'Overdue',
    width: 6,
    sortable: true,
    text: ({ overdue }) => (overdue === 0 ? '' : String(overdue)),
    draw: ({ overdue }) => (overdue === 0 ? '' : <Status tone="red">{overdue}</Status>),
  },
];
