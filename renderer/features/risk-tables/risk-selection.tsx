import { ChevronDown, X } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { openRisks } from '#shared/domain/risks/risk.commands.ts';
import { proximities, publications, responses } from '#shared/domain/risks/values.ts';
import { proximityWords, publicationWords, responseWords } from '#shared/domain/risks/words.ts';
import { run } from '#renderer/data/run.ts';
import type { OpenRegister } from '#renderer/data/risks/registers.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { MenuButton } from '#renderer/ui/menu-button.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { changeAll } from './edit-risk-cell.ts';
import type { RiskLine } from './risk-lines.ts';
import { risksSelected } from './risk-table.store.ts';

export interface RiskSelectionProps {
  readonly open: OpenRegister;
  /** The risks selected, of those in sight. */
  readonly lines: ReadonlyArray<RiskLine>;
}

const typed = [
  { column: 'owner', label: 'Owner' },
  { column: 'cluster', label: 'Cluster' },
  { column: 'category', label: 'Category' },
] as const;

/** What is done with all selected risks at once: one act, which Undo takes back whole. */
export function RiskSelection({ open, lines }: RiskSelectionProps): ReactElement {
  const session = useSession();
  const [asked, setAsked] = useState<(typeof typed)[number] | null>(null);
  const [value, setValue] = useState('');
  const [error, setError] = useState<string>();
  const risks = lines.map(({ risk }) => risk).filter(({ status }) => status !== 'closed');

  async function changed(column: string, to: string): Promise<boolean> {
    const wrong = await changeAll(session, open, risks, column, to);
    setError(wrong);
    if (wrong === undefined) noticeShown(`${inWords(risks.length)} changed.`);
    return wrong === undefined;
  }
  async function opened(): Promise<void> {
    const result = await run(session, openRisks, { risks });
    if (result.ok) {
      noticeShown('Opened.');
      return;
    }
    switch (result.refusal.type) {
      case 'PartMissing':
        noticeShown(`Risk ${result.refusal.number} is not a whole scenario yet, so none was opened.`, 'amber');
        return;
      case 'OwnerUnfit':
        noticeShown(`Risk ${result.refusal.number} has no named owner yet, so none was opened.`, 'amber');
        return;
      case 'StorageFull':
        noticeShown('There is no room left on this laptop, so this was not saved.', 'red');
    }
  }
  const choice = <Choice extends string>(
    label: string,
    column: string,
    choices: ReadonlyArray<Choice>,
    words: Readonly<Record<Choice, string>>,
  ): ReactElement => (
    <MenuButton
      label={label}
      icon={ChevronDown}
      small
      sections={[
        { items: choices.map((one) => ({ id: one, label: words[one], onChoose: () => void changed(column, one) })) },
      ]}
    />
  );

  return (
    <Row gap="s">
      <span role="status">{inWords(lines.length)} selected</span>
      {typed.map((one) => (
        <Button
          key={one.column}
          small
          onPress={() => {
            setValue('');
            setError(undefined);
            setAsked(one);
          }}
        >
          Set {one.label.toLowerCase()}
        </Button>
      ))}
      {choice('Response', 'response', responses, responseWords)}
      {choice('Proximity', 'proximity', proximities, proximityWords)}
      {choice('Publication', 'publication', publications, publicationWords)}
      {risks.some(({ status }) => status === 'proposed') && (
        <Button small onPress={() => void opened()}>
          Open
        </Button>
      )}
      <Button small kind="quiet" icon={X} onPress={() => risksSelected(new Set())}>
        Clear the selection
      </Button>
      {asked !== null && (
        <Dialog
          open
          size="s"
          onClose={() => setAsked(null)}
          title={`${asked.label} of ${inWords(risks.length)}`}
          onSubmit={() => void changed(asked.column, value).then((isKept) => isKept && setAsked(null))}
          footer={
            <>
              <Button onPress={() => setAsked(null)}>Cancel</Button>
              <Button kind="primary" submit>
                Change
              </Button>
            </>
          }
        >
          <TextField label={asked.label} value={value} error={error} autoFocus onChange={setValue} />
        </Dialog>
      )}
    </Row>
  );
}

function inWords(count: number): string {
  return count === 1 ? '1 risk' : `${count} risks`;
}
