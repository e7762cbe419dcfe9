import type { ReactElement } from 'react';
import type { Risk } from '#shared/domain/risks/risk.ts';
import { wordingWarnings } from '#shared/domain/risks/wording.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Stack } from '#renderer/ui/stack.tsx';
import { changeRisk } from './change-risk.ts';
import { hintFor, personalHint } from './hint-words.ts';
import { linesOf } from './lines-of.ts';
import { SavingText } from './saving-text.tsx';

/** The three parts of a scenario. Each field saves itself; hints stand beside it and stop nothing. */
export function ScenarioPanel({ risk }: { readonly risk: Risk }): ReactElement {
  const session = useSession();
  const { shortName, vulnerability, trigger, consequences } = risk;
  const said = { shortName, vulnerability, trigger, consequences };
  return (
    <Panel title="Scenario">
      <Stack>
        <SavingText
          label="Short name"
          kept={shortName}
          hintOf={personalHint}
          save={async (value) => changeRisk(session, risk, { shortName: value })}
        />
        <SavingText
          label="Vulnerability"
          rows={2}
          kept={vulnerability}
          hintOf={(value) =>
            personalHint(value) ??
            hintFor(wordingWarnings({ ...said, vulnerability: value }), 'vulnerability') ??
            'The situation that exposes the partnership'
          }
          save={async (value) => changeRisk(session, risk, { vulnerability: value })}
        />
        <SavingText
          label="Trigger"
          rows={2}
          kept={trigger}
          hintOf={(value) =>
            personalHint(value) ??
            hintFor(wordingWarnings({ ...said, trigger: value }), 'trigger') ??
            'The event that would turn it into harm'
          }
          save={async (value) => changeRisk(session, risk, { trigger: value })}
        />
        <SavingText
          label="Consequences"
          rows={3}
          kept={consequences.join('\n')}
          hintOf={(value) =>
            personalHint(value) ??
            hintFor(wordingWarnings({ ...said, consequences: linesOf(value) }), 'consequences') ??
            'What would follow, one on each line'
          }
          save={async (value) => changeRisk(session, risk, { consequences: linesOf(value) })}
        />
      </Stack>
    </Panel>
  );
}
