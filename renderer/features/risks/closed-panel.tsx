import { useState, type ReactElement } from 'react';
import { reopenRisk } from '#shared/domain/risks/close.commands.ts';
import type { Risk } from '#shared/domain/risks/risk.ts';
import { closureWords } from '#shared/domain/risks/words.ts';
import { withYear } from '#shared/kernel/civil-date.ts';
import { run } from '#renderer/data/run.ts';
import type { OpenRegister } from '#renderer/data/risks/registers.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { refusalInWords } from './refusal-words.ts';

/** Why a risk is no longer on the register, and the way back. */
export function ClosedPanel({ open, risk }: { readonly open: OpenRegister; readonly risk: Risk }): ReactElement {
  const session = useSession();
  const [isAsked, setAsked] = useState(false);
  const [why, setWhy] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const { closure } = risk;
  const into = open.rows.risks.find(({ id }) => id === closure?.mergedIntoId);

  async function reopened(): Promise<void> {
    const result = await run(session, reopenRisk, { risk, why });
    setProblem(result.ok ? null : refusalInWords(result.refusal));
    if (result.ok) setAsked(false);
  }

  return (
    <>
      <Banner
        tone="info"
        title={
          closure === null
            ? 'This risk is closed, and nobody said why'
            : `Closed on ${withYear(closure.on)}: ${closureWords[closure.reason].toLowerCase()}`
        }
        actions={<Button onPress={() => setAsked(true)}>Reopen</Button>}
      >
        {closure !== null && (
          <p>
            {closure.note} {closure.minuteRef !== '' && `(${closure.minuteRef})`}{' '}
            {into !== undefined && (
              <a href={hrefTo(pathTo.risk(into.id))}>
                Now part of risk {into.number}, {into.shortName}
              </a>
            )}
          </p>
        )}
      </Banner>
      {isAsked && (
        <Dialog
          open
          onClose={() => setAsked(false)}
          title={`Reopen risk ${risk.number}`}
          onSubmit={() => void reopened()}
          footer={
            <>
              <Button onPress={() => setAsked(false)}>Cancel</Button>
              <Button kind="primary" submit>
                Reopen
              </Button>
            </>
          }
        >
          <p>It comes back under its number, to be confirmed and rated like any other.</p>
          <TextArea label="Reason" rows={2} value={why} error={problem ?? undefined} onChange={setWhy} />
        </Dialog>
      )}
    </>
  );
}
