import { useState, type ReactElement } from 'react';
import {
  addStatement,
  removeStatement,
  scoreStatement,
} from '#shared/domain/annual-assessments/annual-assessment.commands.ts';
import { scoreWords, type AnnualStatement } from '#shared/domain/annual-assessments/annual-statement.ts';
import { run } from '#renderer/data/run.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { ChoiceBar } from '#renderer/ui/choice-bar.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { Stack } from '#renderer/ui/stack.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { AssessmentRead } from './annual.queries.ts';
import { SavingArea } from './saving-area.tsx';

/** Statements by theme, then outcomes: each scored from 1, not met, to 4, fully met, with the evidence. */
export function StatementsPanel({ read }: { readonly read: AssessmentRead }): ReactElement {
  const themes = [...new Set(read.statements.map(({ theme }) => theme))];
  return (
    <Stack>
      {themes.map((theme) => (
        <Panel key={theme} title={theme}>
          <Stack gap="l">
            {read.statements
              .filter((statement) => statement.theme === theme)
              .map((statement) => (
                <Statement key={statement.id} statement={statement} />
              ))}
          </Stack>
        </Panel>
      ))}
      <NewStatement read={read} />
    </Stack>
  );
}

function Statement({ statement }: { readonly statement: AnnualStatement }): ReactElement {
  const session = useSession();
  const keep = (values: Parameters<typeof scoreStatement>[0]['values']): void => {
    void run(session, scoreStatement, { statement, values });
  };
  return (
    <Stack gap="s">
      <ChoiceBar
        label={statement.text}
        value={statement.score === null ? '' : String(statement.score)}
        options={[1, 2, 3, 4].map((score) => ({ value: String(score), label: `${score} ${scoreWords[score] ?? ''}` }))}
        onChange={(value) => keep({ score: Number(value) })}
      />
      <SavingArea
        label={`Evidence for “${statement.text.slice(0, 60)}”`}
        rows={1}
        kept={statement.evidence}
        save={(evidence) => keep({ evidence })}
      />
      <Row gap="s" end>
        <Button small kind="quiet" onPress={() => void run(session, removeStatement, { statement })}>
          Take it away
          <span className="vh">: {statement.text.slice(0, 60)}</span>
        </Button>
      </Row>
    </Stack>
  );
}

function NewStatement({ read }: { readonly read: AssessmentRead }): ReactElement {
  const session = useSession();
  const [theme, setTheme] = useState('Governance');
  const [text, setText] = useState('');

  async function added(): Promise<void> {
    const result = await run(session, addStatement, {
      id: session.newId(),
      assessmentId: read.assessment.id,
      type: theme.trim() === 'Outcomes' ? 'outcome' : 'statement',
      theme: theme.trim(),
      text,
      after: read.statements.at(-1)?.place ?? null,
    });
    if (result.ok) setText('');
  }

  return (
    <Panel title="A statement of your own">
      <Stack>
        <TextField label="Theme" value={theme} onChange={setTheme} />
        <TextField label="Statement" value={text} onChange={setText} />
        <Row>
          <Button
            blockedBecause={text.trim() === '' ? 'Write the statement first' : undefined}
            onPress={() => void added()}
          >
            Add statement
          </Button>
        </Row>
      </Stack>
    </Panel>
  );
}
