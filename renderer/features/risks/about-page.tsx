import { useState, type ReactElement } from 'react';
import { nextReviewOn } from '#shared/domain/risk-reviews/review-dates.ts';
import type { RiskCluster } from '#shared/domain/risks/risk-cluster.ts';
import {
  changeRiskRegister,
  renameCluster,
  type ChangeRiskRegister,
} from '#shared/domain/risks/risk-register.commands.ts';
import { renumberRisk } from '#shared/domain/risks/risk.commands.ts';
import type { Risk } from '#shared/domain/risks/risk.ts';
import { withYear } from '#shared/kernel/civil-date.ts';
import { run } from '#renderer/data/run.ts';
import { useRegister, type OpenRegister } from '#renderer/data/risks/registers.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { riskViews } from '#renderer/navigation/risk-views.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { FormRow } from '#renderer/ui/form-row.tsx';
import { PageBody } from '#renderer/ui/page-body.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { Stack } from '#renderer/ui/stack.tsx';
import { TabLinks } from '#renderer/ui/tab-links.tsx';
import { linesOf } from './lines-of.ts';
import { NoRegister } from './no-register.tsx';
import { refusalInWords } from './refusal-words.ts';
import { SavingDate } from './saving-date.tsx';
import { SavingNumber } from './saving-number.tsx';
import { SavingText } from './saving-text.tsx';

/** What a register is for, what its risks may threaten, how often it is reviewed, and its themes. */
export function AboutPage({ registerId }: { readonly registerId: string }): ReactElement {
  const open = useRegister(registerId);
  if (open === undefined) return <Skeleton rows={6} label="Opening the register" />;
  if (open === null) return <NoRegister />;
  const { register } = open.rows;
  return (
    <>
      <PageHeader
        title={register.name}
        breadcrumbs={[{ label: 'Risks', href: hrefTo(pathTo.section('risks')) }, { label: register.name }]}
        tabs={<TabLinks label="Pages about this register" tabs={riskViews(register.id, 'about')} />}
      />
      <PageBody layout="reading">
        <About open={open} />
      </PageBody>
    </>
  );
}

function About({ open }: { readonly open: OpenRegister }): ReactElement {
  const session = useSession();
  const { register, clusters } = open.rows;
  const [problem, setProblem] = useState<string | null>(null);
  const next = nextReviewOn(register, open.last);

  async function keep(values: ChangeRiskRegister['values']): Promise<string | null> {
    const result = await run(session, changeRiskRegister, { register, values });
    const words = result.ok ? null : refusalInWords(result.refusal);
    setProblem(words);
    return words;
  }
  /** Names stay with their ids line by line, so that risks keep pointing to an objective that was reworded. */
  function objectivesOf(text: string): ChangeRiskRegister['values'] {
    const names = linesOf(text);
    const known = register.objectives;
    const taken = new Set<string>();
    const exact = names.map((name) => known.find((one) => one.name === name));
    for (const one of exact) if (one !== undefined) taken.add(one.id);
    return {
      objectives: names.map((name, at) => {
        const same = exact[at];
        if (same !== undefined) return same;
        const reworded = names.length === known.length ? known[at] : undefined;
        if (reworded !== undefined && !taken.has(reworded.id)) return { id: reworded.id, name };
        return { id: session.newId(), name };
      }),
    };
  }

  return (
    <>
      <NumbersTwice open={open} />
      {problem !== null && (
        <Banner tone="error" title="Not kept" announce>
          {problem}
        </Banner>
      )}
      <Panel title="What it is for">
        <Stack>
          <SavingText label="Name" kept={register.name} save={async (name) => keep({ name })} />
          <SavingText
            label="Question asked"
            rows={2}
            kept={register.prompt}
            save={async (prompt) => keep({ prompt })}
          />
          <SavingText label="Vision" rows={2} kept={register.vision} save={async (vision) => keep({ vision })} />
          <SavingText label="Mission" rows={2} kept={register.mission} save={async (mission) => keep({ mission })} />
          <SavingText
            label="Objectives"
            rows={4}
            hintOf={() => 'What a risk may threaten, one on each line'}
            kept={register.objectives.map(({ name }) => name).join('\n')}
            save={async (text) => keep(objectivesOf(text))}
          />
        </Stack>
      </Panel>
      <Panel title="Reviews">
        <Stack>
          <FormRow>
            <SavingNumber
              label="Months between reviews"
              kept={register.reviewIntervalMonths}
              least={1}
              most={120}
              save={async (value) => keep({ reviewIntervalMonths: value })}
            />
            <SavingNumber
              label="Months looked ahead"
              kept={register.horizonMonths}
              least={1}
              most={1200}
              save={async (value) => keep({ horizonMonths: value })}
            />
            <SavingNumber
              label="Reviews before closing is suggested"
              kept={register.closureRunLength}
              least={1}
              most={40}
              save={async (value) => keep({ closureRunLength: value })}
            />
          </FormRow>
          <SavingDate
            label="Next review"
            optional
            kept={register.nextReviewOn}
            save={async (day) => keep({ nextReviewOn: day })}
          />
          <p className="small muted">
            {next === null
              ? 'The first review sets when the next one is due.'
              : `The next review is due on ${withYear(next)}.`}
          </p>
        </Stack>
      </Panel>
      {clusters.length > 0 && (
        <Panel title="Clusters">
          <Stack>
            {clusters
              .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
              .map((cluster) => (
                <ClusterName key={cluster.id} cluster={cluster} open={open} />
              ))}
          </Stack>
        </Panel>
      )}
    </>
  );
}

function ClusterName({ cluster, open }: { readonly cluster: RiskCluster; readonly open: OpenRegister }): ReactElement {
  const session = useSession();
  const count = open.rows.risks.filter(({ clusterId }) => clusterId === cluster.id).length;
  return (
    <SavingText
      label={`Name of the cluster of ${count === 1 ? '1 risk' : `${count} risks`}`}
      kept={cluster.name}
      save={async (name) => {
        const result = await run(session, renameCluster, { cluster, name });
        return result.ok ? null : refusalInWords(result.refusal);
      }}
    />
  );
}

/** Numbers that two laptops gave without knowing of each other: nothing is renumbered by itself. */
function NumbersTwice({ open }: { readonly open: OpenRegister }): ReactElement | null {
  const session = useSession();
  const first = new Map<number, Risk>();
  const twice: Risk[] = [];
  for (const risk of open.rows.risks.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    if (first.has(risk.number)) twice.push(risk);
    else first.set(risk.number, risk);
  }
  if (twice.length === 0) return null;
  const numbers = [
    ...open.rows.risks.map(({ number }) => number),
    ...open.frozen.flatMap(({ positions }) => Object.keys(positions).map(Number)),
  ];
  return (
    <>
      {twice.map((risk) => (
        <Banner
          key={risk.id}
          tone="warning"
          title={`The number ${risk.number} was given twice`}
          actions={
            <Button small onPress={() => void run(session, renumberRisk, { risk, numbers })}>
              Give this one the next number
            </Button>
          }
        >
          “{first.get(risk.number)?.shortName}” has it, and “{risk.shortName}” has it too: two laptops gave it without
          knowing of each other.
        </Banner>
      ))}
    </>
  );
}
