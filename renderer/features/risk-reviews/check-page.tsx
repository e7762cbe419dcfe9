import { useId, useState, type ReactElement } from 'react';
import { freezeChecks, type FreezeBlock, type FreezeWarning } from '#shared/domain/risk-reviews/freeze-checks.ts';
import { changeReview, freezeReview } from '#shared/domain/risk-reviews/review.commands.ts';
import { nextReviewOn } from '#shared/domain/risk-reviews/review-dates.ts';
import type { RiskReview } from '#shared/domain/risk-reviews/risk-review.ts';
import type { Snapshot } from '#shared/domain/risk-reviews/snapshot.ts';
import { withYear, type CivilDate } from '#shared/kernel/civil-date.ts';
import { isStorageFull, noRoomWords, run } from '#renderer/data/run.ts';
import { keepFrozen } from '#renderer/data/risks/frozen.ts';
import { useRegisters, type OpenRegister } from '#renderer/data/risks/registers.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { useDraft } from '#renderer/data/use-draft.ts';
import { goTo } from '#renderer/navigation/go.ts';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { PageBody } from '#renderer/ui/page-body.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { Stack } from '#renderer/ui/stack.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { FindingsPanel } from './findings-panel.tsx';
import { blockInWords, warningInWords, type FindingContext } from './finding-words.ts';
import { useFrozen } from './use-frozen.ts';

/** What is still missing before a review can be frozen, and freezing it. */
export function CheckPage({ reviewId }: { readonly reviewId: string }): ReactElement {
  const registers = useRegisters();
  if (registers === undefined) return <Skeleton rows={6} label="Checking the review" />;
  const open = [...registers.values()].find(({ draft }) => draft?.id === reviewId);
  if (open === undefined || open.draft === null || open.now === null) {
    return (
      <>
        <PageHeader title="Check and freeze" />
        <PageBody>
          <EmptyState
            title="This review is not open"
            action={<LinkButton href={hrefTo(pathTo.section('risks'))}>Go to risks</LinkButton>}
          />
        </PageBody>
      </>
    );
  }
  return <Checks open={open} review={open.draft} now={open.now} />;
}

interface ChecksProps {
  readonly open: OpenRegister;
  readonly review: RiskReview;
  readonly now: Snapshot;
}

function Checks({ open, review, now }: ChecksProps): ReactElement {
  const session = useSession();
  const id = useId();
  const { register } = open.rows;
  const decisions = useDraft(review.decisions, (words) => {
    void run(session, changeReview, { review, values: { decisions: words } });
  });
  const last = useFrozen(open.last?.sha256 ?? null);
  const [agreed, setAgreed] = useState<CivilDate | null>(null);
  const [isFreezing, setFreezing] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  if (last === undefined) return <Skeleton rows={6} label="Checking the review" />;
  const previous = last?.type === 'whole' ? last.snapshot : null;
  const { blocks, warns } = freezeChecks(now, previous, session.today);
  const risks = new Map(now.risks.map((risk) => [risk.id, risk]));
  const refs = new Map(now.risks.flatMap(({ actions }) => actions.map((action) => [action.id, action.ref])));
  const words: FindingContext = {
    scheme: now.scheme,
    refOf: (actionId) => refs.get(actionId) ?? '',
    numberOf: (riskId) => String(risks.get(riskId)?.number ?? '?'),
  };
  const placed = <Finding extends FreezeBlock | FreezeWarning>(
    findings: ReadonlyArray<Finding>,
    say: (finding: Finding, context: FindingContext) => string,
  ) =>
    findings.map((finding) => {
      const riskId = 'riskId' in finding ? finding.riskId : null;
      return {
        risk: riskId === null ? null : (risks.get(riskId) ?? null),
        href: finding.type === 'NotReviewed' ? hrefTo(pathTo.riskReview(review.id)) : null,
        text: say(finding, words),
      };
    });
  const nextOn = agreed ?? nextReviewOn({ ...register, nextReviewOn: null }, { asAt: now.asAt });

  async function frozen(): Promise<void> {
    setFreezing(true);
    try {
      const frozenId = session.newId();
      const kept = await keepFrozen(session.database, now);
      const result = await run(session, freezeReview, {
        id: frozenId,
        register,
        review,
        snapshot: now,
        previous,
        ...kept,
        by: session.me.name,
        nextReviewOn: nextOn,
      });
      if (result.ok) goTo(pathTo.frozenReview(frozenId));
      else if (result.refusal.type === 'StorageFull') setProblem(noRoomWords);
      else setProblem('Something has changed meanwhile. Look through what is missing again.');
    } catch (fault) {
      if (!isStorageFull(fault)) throw fault;
      setProblem(noRoomWords);
    } finally {
      setFreezing(false);
    }
  }

  return (
    <>
      <PageHeader
        title="Check and freeze"
        breadcrumbs={[
          { label: register.name, href: hrefTo(pathTo.riskRegister(register.id)) },
          { label: review.label, href: hrefTo(pathTo.riskReview(review.id)) },
          { label: 'Check and freeze' },
        ]}
        facts={[{ text: `As at ${withYear(now.asAt)}` }]}
        actions={
          <>
            <LinkButton href={hrefTo(pathTo.riskReview(review.id))}>Back to the review</LinkButton>
            <Button
              kind="primary"
              pending={isFreezing}
              pendingLabel="Freezing"
              blockedBecause={
                blocks.length === 0
                  ? undefined
                  : `Not yet: ${blocks.length === 1 ? '1 thing is' : `${blocks.length} things are`} missing, listed below`
              }
              onPress={() => void frozen()}
            >
              Freeze review
            </Button>
          </>
        }
      />
      <PageBody>
        {problem !== null && (
          <Banner tone="error" title="The review is not frozen" announce>
            {problem}
          </Banner>
        )}
        {last !== null && last.type !== 'whole' && (
          <Banner tone="warning" title={`${open.last?.label ?? 'The last review'} cannot be read in full`}>
            What changed since then cannot be checked. Ask the colleague who froze it for a bundle.
          </Banner>
        )}
        {blocks.length === 0 && (
          <Banner tone="success" title="Nothing is missing">
            Frozen, the review is never altered: a mistake found later is put right by a review that corrects it, and
            both stay to be read.
          </Banner>
        )}
        <FindingsPanel title="Missing" tone="red" findings={placed(blocks, blockInWords)} none="Nothing is missing." />
        <FindingsPanel
          title="Worth a look"
          tone="amber"
          findings={placed(warns, warningInWords)}
          none="Nothing else was found."
        />
        <Panel title="After this review">
          <Stack>
            <TextArea
              label="Decisions of the board"
              optional
              rows={3}
              hint="What the board decided on this review; frozen with it"
              value={decisions.value}
              onChange={decisions.change}
              onCommit={decisions.flush}
            />
            <DateField
              id={`${id}-next`}
              label="The next review is due on"
              today={session.today}
              value={nextOn}
              onChange={setAgreed}
            />
          </Stack>
        </Panel>
      </PageBody>
    </>
  );
}
