import { ClipboardCheck } from 'lucide-react';
import { useState, type ReactElement, type ReactNode } from 'react';
import { startAssessment } from '#shared/domain/annual-assessments/annual-assessment.commands.ts';
import { defaultStatements } from '#shared/domain/annual-assessments/default-statements.ts';
import { run } from '#renderer/data/run.ts';
import { useRegister, type OpenRegister } from '#renderer/data/risks/registers.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { riskViews } from '#renderer/navigation/risk-views.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { PageBody } from '#renderer/ui/page-body.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { TabLinks } from '#renderer/ui/tab-links.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { AboutPanel } from './about-panel.tsx';
import { readAssessments, type AssessmentRead } from './annual.queries.ts';
import { BlindPanel } from './blind-panel.tsx';
import { ConclusionsPanel } from './conclusions-panel.tsx';
import { StatementsPanel } from './statements-panel.tsx';
import { YearsPanel } from './years-panel.tsx';

export interface AnnualPageProps {
  readonly registerId: string;
  /** The dialog by which risks are added elsewhere. */
  readonly adding: (open: OpenRegister, onClose: () => void) => ReactNode;
}

/** The formal assessment once a year: the effectiveness of the Board's work and the impact on outcomes. */
export function AnnualPage({ registerId, adding }: AnnualPageProps): ReactElement {
  const session = useSession();
  const open = useRegister(registerId);
  const read = useLive((database) => readAssessments(database, registerId), [registerId]);
  const [chosenId, setChosen] = useState<string | null>(null);
  if (open === undefined || read === undefined) return <Skeleton rows={6} label="Opening the assessment" />;
  if (open === null) {
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
  const chosen = read.find(({ assessment }) => assessment.id === chosenId) ?? read[0];
  const before = chosen === undefined ? undefined : read[read.indexOf(chosen) + 1];

  async function started(): Promise<void> {
    if (open === null || open === undefined || read === undefined) return;
    const id = session.newId();
    const [last] = read;
    const result = await run(session, startAssessment, {
      id,
      register,
      assessments: read.map(({ assessment }) => assessment),
      statements: last?.statements ?? defaultStatements(register.objectives.map(({ name }) => name)),
    });
    if (result.ok) setChosen(id);
    else if (result.refusal.type === 'YearTaken') {
      noticeShown(`The assessment of ${result.refusal.year} is there already.`, 'amber');
    }
  }

  const start = (
    <Button kind={chosen === undefined ? 'primary' : 'secondary'} icon={ClipboardCheck} onPress={() => void started()}>
      Start this year’s assessment
    </Button>
  );
  return (
    <>
      <PageHeader
        title={register.name}
        breadcrumbs={[{ label: 'Risks', href: hrefTo(pathTo.section('risks')) }, { label: register.name }]}
        actions={start}
        tabs={<TabLinks label="Pages about this register" tabs={riskViews(register.id, 'annual')} />}
      />
      <PageBody>
        {chosen === undefined ? (
          <EmptyState
            icon={ClipboardCheck}
            title="No annual assessment yet"
            text="Once a year the board judges how effective its own work is and what it does for outcomes, rates its risks anew without looking at where they stand, and draws conclusions."
            action={start}
          />
        ) : (
          <>
            {read.length > 1 && (
              <Select
                label="Year"
                value={chosen.assessment.id}
                options={read.map(({ assessment }) => ({ value: assessment.id, label: assessment.year }))}
                onChange={setChosen}
              />
            )}
            <Parts key={chosen.assessment.id} open={open} read={chosen} before={before} adding={adding} />
          </>
        )}
      </PageBody>
    </>
  );
}

interface PartsProps extends Pick<AnnualPageProps, 'adding'> {
  readonly open: OpenRegister;
  readonly read: AssessmentRead;
  readonly before: AssessmentRead | undefined;
}

const parts = ['about', 'statements', 'ratings', 'conclusions', 'years'] as const;
type Part = (typeof parts)[number];

function Parts({ open, read, before, adding }: PartsProps): ReactElement {
  const [part, setPart] = useState<Part>('about');
  const scored = read.statements.filter(({ score }) => score !== null).length;
  return (
    <Tabs
      label={`Parts of the assessment ${read.assessment.year}`}
      chosen={part}
      onChoose={(id) => setPart(parts.find((one) => one === id) ?? 'about')}
      tabs={[
        { id: 'about', label: `Assessment ${read.assessment.year}` },
        { id: 'statements', label: `Statements and outcomes, ${scored} of ${read.statements.length} scored` },
        { id: 'ratings', label: 'Ratings made blind' },
        { id: 'conclusions', label: 'Conclusions' },
        ...(before === undefined ? [] : [{ id: 'years', label: `Since ${before.assessment.year}` }]),
      ]}
    >
      {part === 'about' && <AboutPanel assessment={read.assessment} />}
      {part === 'statements' && <StatementsPanel read={read} />}
      {part === 'ratings' && <BlindPanel open={open} read={read} />}
      {part === 'conclusions' && <ConclusionsPanel open={open} read={read} adding={adding} />}
      {part === 'years' && before !== undefined && <YearsPanel before={before} now={read} />}
    </Tabs>
  );
}
