import type { ReactElement } from 'react';
import type { SnapshotRisk } from '#shared/domain/risk-reviews/snapshot.ts';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { Panel } from '#renderer/ui/panel.tsx';
import { StatusShape } from '#renderer/ui/status-shape.tsx';
import { TaskList } from '#renderer/ui/task-list.tsx';

export interface PlacedFinding {
  /** Of which risk; `null` for the register as a whole. */
  readonly risk: SnapshotRisk | null;
  /** Where it is put right, where that is not the risk's own page. */
  readonly href: string | null;
  readonly text: string;
}

export interface FindingsPanelProps {
  readonly title: string;
  readonly tone: 'red' | 'amber';
  readonly findings: ReadonlyArray<PlacedFinding>;
  readonly none: string;
}

/** More than these are no list to work through; the rest is counted. */
const mostShown = 200;

/** Findings one below another, each with the way to where it is put right. */
export function FindingsPanel({ title, tone, findings, none }: FindingsPanelProps): ReactElement {
  const shown = findings.slice(0, mostShown);
  return (
    <Panel
      title={title}
      count={findings.length === 0 ? undefined : String(findings.length)}
      flush={findings.length > 0}
    >
      {findings.length === 0 ? (
        <p className="muted">{none}</p>
      ) : (
        <TaskList
          tasks={shown.map(({ risk, href, text }, index) => ({
            id: `${index} ${text}`,
            shape: <StatusShape tone={tone} />,
            title: risk === null ? 'The register' : `${risk.number}. ${risk.shortName}`,
            href: href ?? (risk === null ? undefined : hrefTo(pathTo.risk(risk.id))),
            detail: text,
          }))}
        />
      )}
      {findings.length > shown.length && <p className="muted">and {findings.length - shown.length} more</p>}
    </Panel>
  );
}
