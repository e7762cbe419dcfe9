import { useState, type ReactElement } from 'react';
import { cellCode, cellName, type Cell } from '#shared/domain/rating/scheme.ts';
import { rateRisk } from '#shared/domain/risks/rate.commands.ts';
import type { Risk } from '#shared/domain/risks/risk.ts';
import { castVote, countVotes } from '#shared/domain/workshops/workshop.commands.ts';
import type { WorkshopVote } from '#shared/domain/workshops/workshop-vote.ts';
import type { Workshop } from '#shared/domain/workshops/workshop.ts';
import { run } from '#renderer/data/run.ts';
import type { OpenRegister } from '#renderer/data/risks/registers.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ChoiceBar } from '#renderer/ui/choice-bar.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { RatingGrid } from '#renderer/ui/rating-grid.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Stack } from '#renderer/ui/stack.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';

export interface VotesPanelProps {
  readonly open: OpenRegister;
  readonly workshop: Workshop;
  /** The risks that cards became. */
  readonly made: ReadonlySet<string>;
  readonly votes: ReadonlyArray<WorkshopVote>;
  readonly isLarge: boolean;
}

/** Each scenario voted on, or agreed by talk, on the matrix. Votes are hidden until all have voted; the group agrees the cell. */
export function VotesPanel({ open, workshop, made, votes, isLarge }: VotesPanelProps): ReactElement {
  const [chosenId, setChosen] = useState<string | null>(null);
  const risks = open.rows.risks
    .filter(({ id, status, current }) => status !== 'closed' && (made.has(id) || current === null))
    .toSorted((a, b) => a.number - b.number);
  const risk = risks.find(({ id }) => id === chosenId) ?? risks.find(({ current }) => current === null) ?? risks[0];
  if (risk === undefined || open.now === null) {
    return <EmptyState title="No scenario to vote on yet" text="Tick cards and make a scenario of them first." />;
  }
  return (
    <Stack>
      <Select
        label="Scenario"
        value={risk.id}
        options={risks.map(({ id, number, shortName, current }) => ({
          value: id,
          label: `${number}. ${shortName}${current === null ? '' : `, ${cellCode(current)}`}`,
        }))}
        onChange={setChosen}
      />
      <Vote
        key={risk.id}
        open={open}
        scheme={open.now.scheme}
        workshop={workshop}
        risk={risk}
        votes={votes.filter(({ riskId }) => riskId === risk.id)}
        isLarge={isLarge}
      />
    </Stack>
  );
}

interface VoteProps {
  readonly open: OpenRegister;
  readonly scheme: NonNullable<OpenRegister['now']>['scheme'];
  readonly workshop: Workshop;
  readonly risk: Risk;
  readonly votes: ReadonlyArray<WorkshopVote>;
  readonly isLarge: boolean;
}

function Vote({ open, scheme, workshop, risk, votes, isLarge }: VoteProps): ReactElement {
  const session = useSession();
  const [isShown, setShown] = useState(false);
  const [way, setWay] = useState<'vote' | 'agree'>('vote');
  const [voter, setVoter] = useState(`Voter ${votes.length + 1}`);
  const [cell, setCell] = useState<Cell | null>(null);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const counts = new Map(countVotes(votes).map((one) => [cellCode(one.cell), one.count]));

  async function voted(): Promise<void> {
    if (cell === null) return;
    const result = await run(session, castVote, {
      id: session.newId(),
      workshopId: workshop.id,
      risk,
      voter,
      cell,
      scheme,
      votes,
    });
    if (!result.ok) {
      setProblem('Say who votes, and choose a cell.');
      return;
    }
    setProblem(null);
    setCell(null);
    setVoter(`Voter ${votes.length + 2}`);
  }
  async function agreed(): Promise<void> {
    if (cell === null) return;
    const result = await run(session, rateRisk, {
      risk,
      which: 'current',
      cell,
      scheme,
      method: votes.length > 0 ? 'vote' : 'consensus',
      confidence: 'medium',
      rationale: reason.trim(),
      reviewId: open.draft?.id ?? null,
    });
    if (result.ok) {
      setCell(null);
      setProblem(null);
      noticeShown(`Risk ${risk.number} is rated ${cellCode(cell)}.`);
    } else
      setProblem('This rating cannot be kept: it is worse than the risk without its controls, or there is no room.');
  }

  return (
    <Panel
      title={`${risk.number}. ${risk.shortName}`}
      count={votes.length === 1 ? '1 vote' : `${votes.length} votes`}
      actions={
        <ChoiceBar
          label="What is done"
          hideLabel
          value={way}
          options={[
            { value: 'vote', label: 'Vote' },
            { value: 'agree', label: 'Agree' },
          ]}
          onChange={(value) => {
            setWay(value === 'agree' ? 'agree' : 'vote');
            setCell(null);
          }}
        />
      }
    >
      <Stack>
        <p>
          {risk.vulnerability} {risk.trigger} {risk.consequences.join('; ')}
        </p>
        <RatingGrid
          label={way === 'vote' ? 'Choose the cell voted for' : 'Choose the cell agreed'}
          large={isLarge}
          likelihood={scheme.likelihood}
          impact={scheme.impact}
          cells={scheme.cells.map((rule) => {
            const count = counts.get(cellCode(rule));
            return {
              ...rule,
              marks:
                (isShown || way === 'agree') && count !== undefined
                  ? [{ id: 'votes', label: count === 1 ? '1 vote' : `${count} votes`, isGhost: true }]
                  : [],
            };
          })}
          chosen={cell === null ? null : cellCode(cell)}
          onChoose={(one) => setCell({ likelihood: one.likelihood, impact: one.impact })}
        />
        {problem !== null && <p role="alert">{problem}</p>}
        {way === 'vote' ? (
          <Row gap="s">
            <TextField label="Voter" value={voter} onChange={setVoter} />
            <Button
              kind="primary"
              blockedBecause={cell === null ? 'Choose a cell first' : undefined}
              onPress={() => void voted()}
            >
              {cell === null ? 'Vote' : `Vote ${cellCode(cell)}`}
            </Button>
            <Button onPress={() => setShown(!isShown)}>{isShown ? 'Hide the votes' : 'Show the votes'}</Button>
          </Row>
        ) : (
          <>
            <TextArea label="Reason" rows={2} value={reason} onChange={setReason} />
            <Row gap="s">
              <Button
                kind="primary"
                blockedBecause={cell === null ? 'Choose the cell that the group agrees on' : undefined}
                onPress={() => void agreed()}
              >
                {cell === null ? 'Agree on a cell' : `Agree on ${cellCode(cell)}`}
              </Button>
              <LinkButton href={hrefTo(pathTo.riskScheme(open.rows.register.id))}>Draw the line together</LinkButton>
            </Row>
          </>
        )}
        {isShown && way === 'vote' && votes.length > 0 && (
          <ul>
            {countVotes(votes).map((one) => (
              <li key={cellCode(one.cell)}>
                {cellName(scheme, one.cell)}: {one.count === 1 ? '1 vote' : `${one.count} votes`}
              </li>
            ))}
          </ul>
        )}
      </Stack>
    </Panel>
  );
}
