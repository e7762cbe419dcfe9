import { ArrowLeft, ArrowRight, CircleUser, History, Layers, ShieldAlert } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { cellCode, cellOf } from '#shared/domain/rating/scheme.ts';
import { openRisks } from '#shared/domain/risks/risk.commands.ts';
import { personInWords, type Risk } from '#shared/domain/risks/risk.ts';
import type { RiskStatus } from '#shared/domain/risks/values.ts';
import { publicationWords, statusWords } from '#shared/domain/risks/words.ts';
import { run } from '#renderer/data/run.ts';
import { useRegisters, type OpenRegister } from '#renderer/data/risks/registers.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { goTo } from '#renderer/navigation/go.ts';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CellTag } from '#renderer/ui/cell-tag.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { MenuButton } from '#renderer/ui/menu-button.tsx';
import { PageBody } from '#renderer/ui/page-body.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import type { Tone } from '#renderer/ui/tone.ts';
import { ActionsPanel } from './actions-panel.tsx';
import { BearingPanel } from './bearing-panel.tsx';
import { CloseDialog } from './close-dialog.tsx';
import { ClosedPanel } from './closed-panel.tsx';
import { ControlsPanel } from './controls-panel.tsx';
import { FactsPanel } from './facts-panel.tsx';
import { positionBefore } from './grid-cells.ts';
import { movementWords } from './movement-words.ts';
import { RatingsPanel } from './ratings-panel.tsx';
import { refusalInWords } from './refusal-words.ts';
import { ScenarioPanel } from './scenario-panel.tsx';

export interface RiskPageProps {
  readonly riskId: string;
}

const statusTones: Readonly<Record<RiskStatus, Tone>> = {
  proposed: 'grey',
  open: 'blue',
  escalated: 'amber',
  closed: 'green',
};

/** One risk: its scenario, its ratings, what is in place and what is still to be done. */
export function RiskPage({ riskId }: RiskPageProps): ReactElement {
  const registers = useRegisters();
  if (registers === undefined) return <Skeleton rows={8} label="Opening the risk" />;
  const open = [...registers.values()].find(({ rows }) => rows.risks.some(({ id }) => id === riskId));
  const risk = open?.rows.risks.find(({ id }) => id === riskId);
  if (open === undefined || risk === undefined) {
    return (
      <>
        <PageHeader title="Not here" />
        <PageBody>
          <EmptyState
            icon={ShieldAlert}
            title="This risk is no longer here"
            text="It was taken back, here or by a colleague. Undo, or the bin in Settings, brings it back."
            action={<LinkButton href={hrefTo(pathTo.section('risks'))}>Go to risks</LinkButton>}
          />
        </PageBody>
      </>
    );
  }
  return <OpenRiskPage key={risk.id} open={open} risk={risk} />;
}

function OpenRiskPage({ open, risk }: { readonly open: OpenRegister; readonly risk: Risk }): ReactElement {
  const session = useSession();
  const [isClosing, setClosing] = useState(false);
  const { register, risks } = open.rows;
  const inOrder = risks.toSorted((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1));
  const at = inOrder.findIndex(({ id }) => id === risk.id);
  const [before, after] = [inOrder[at - 1], inOrder[at + 1]];
  const drawn = open.now?.risks.find(({ id }) => id === risk.id) ?? null;
  const rule = open.now === null || drawn?.current == null ? null : cellOf(open.now.scheme, drawn.current);

  async function opened(): Promise<void> {
    const result = await run(session, openRisks, { risks: [risk] });
    if (!result.ok) noticeShown(refusalInWords(result.refusal), 'amber');
  }

  return (
    <>
      <PageHeader
        title={`${risk.number}. ${risk.shortName}`}
        breadcrumbs={[
          { label: register.name, href: hrefTo(pathTo.riskRegister(register.id)) },
          { label: `Risk ${risk.number}` },
        ]}
        beside={
          <Row gap="s">
            <Tag tone={statusTones[risk.status]}>{statusWords[risk.status]}</Tag>
            {rule !== null && <CellTag code={cellCode(rule)} band={rule.band} above={rule.above} />}
            {risk.publication === 'exempt' && <Tag tone="amber">{publicationWords.exempt}</Tag>}
          </Row>
        }
        facts={[
          { icon: CircleUser, text: risk.owner === null ? 'No owner yet' : personInWords(risk.owner) },
          ...(drawn === null || drawn.cluster === '' ? [] : [{ icon: Layers, text: drawn.cluster }]),
          ...(open.now === null || drawn === null || open.last === null
            ? []
            : [
                {
                  text: `Since ${open.last.label}: ${movementWords(open.now.scheme, positionBefore(open.now.scheme, open.last, risk), drawn.current)}`,
                },
              ]),
        ]}
        actions={
          <>
            <LinkButton
              icon={ArrowLeft}
              kind="quiet"
              href={hrefTo(before === undefined ? pathTo.riskRegister(register.id) : pathTo.risk(before.id))}
            >
              {before === undefined ? 'All risks' : `Risk ${before.number}`}
            </LinkButton>
            {after !== undefined && (
              <LinkButton icon={ArrowRight} kind="quiet" href={hrefTo(pathTo.risk(after.id))}>
                Risk {after.number}
              </LinkButton>
            )}
            <MenuButton
              label="More about this risk"
              iconOnly
              sections={[
                {
                  items: [
                    {
                      id: 'history',
                      label: 'History of this risk',
                      icon: History,
                      onChoose: () => goTo(pathTo.historyOf('risk', risk.id)),
                    },
                    ...(risk.status === 'closed'
                      ? []
                      : [{ id: 'close', label: 'Close or merge this risk', onChoose: () => setClosing(true) }]),
                  ],
                },
              ]}
            />
            {risk.status === 'proposed' && (
              <Button kind="primary" onPress={() => void opened()}>
                Open this risk
              </Button>
            )}
          </>
        }
      />
      <PageBody>
        {risk.status === 'closed' && <ClosedPanel open={open} risk={risk} />}
        <ScenarioPanel risk={risk} />
        <RatingsPanel open={open} risk={risk} />
        <ControlsPanel open={open} risk={risk} />
        <ActionsPanel open={open} risk={risk} />
        <BearingPanel open={open} risk={risk} />
        <FactsPanel open={open} risk={risk} />
      </PageBody>
      {isClosing && <CloseDialog open={open} risk={risk} onClose={() => setClosing(false)} />}
    </>
  );
}
