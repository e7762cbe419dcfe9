import { useState, type ReactElement } from 'react';
import { Share2 } from 'lucide-react';
import type { BundleOrder } from '#renderer/data/exchange/gather.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { useHost } from '#renderer/host/host-context.ts';
import { saveBlob, saveFailureInWords } from '#renderer/host/save-blob.ts';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { CheckboxGroup } from '#renderer/ui/checkbox-group.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { countOf, failureInWords, momentInWords, sizeInWords } from './exchange-words.ts';
import { JobView, useExchangeJob } from './exchange-job.tsx';
import type { ExchangeAnswer } from './exchange.worker.ts';
import { isSound, NewPassphrase, noPassphrase } from './new-passphrase.tsx';
import type { KnownLaptop, Sharing } from './share.queries.ts';
import { rememberExport } from './remember-export.ts';
import styles from './share.module.css';

export interface MakePanelProps {
  readonly sharing: Sharing;
}

/** Puts what others lack into one file, for a stick, an e-mail or a shared folder. */
export function MakePanel({ sharing: { laptops, lastExport } }: MakePanelProps): ReactElement {
  const session = useSession();
  const host = useHost();
  const people = laptops.filter(({ trust, revokedAfter }) => trust !== 'self' && revokedAfter === null);
  const [how, setHow] = useState<'people' | 'passphrase' | null>(null);
  const [chosen, setChosen] = useState<ReadonlyArray<string> | null>(null);
  const [passphrase, setPassphrase] = useState(noPassphrase);
  const [attempt, setAttempt] = useState(0);
  const [largest, setLargest] = useState<number | null>(null);
  const [sizeFault, setSizeFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const job = useExchangeJob();
  const [failure, setFailure] = useState<string | null>(null);
  const way = how ?? (people.length > 0 ? 'people' : 'passphrase');
  const recipients = chosen ?? people.map(({ id }) => id);
  const nobody = recipients.length === 0 ? 'Choose at least one person' : undefined;
  const isAsked = attempt > 0;

  async function make(): Promise<void> {
    setAttempt(attempt + 1);
    if (sizeFault !== null || (way === 'people' ? nobody !== undefined : !isSound(passphrase))) return;
    setBusy(true);
    setFailure(null);
    try {
      const { version } = await host.about(null);
      const order: BundleOrder =
        way === 'people'
          ? { recipients, passphrase: null, app: version, note: null }
          : { recipients: [], passphrase: passphrase.first, app: version, note: null };
      const bytes = largest === null ? null : largest * 1_000_000;
      const made = await job.ask({ type: 'make', workspace: session.database.name, order, largest: bytes });
      if (made.type !== 'made' && made.type !== 'cancelled') setFailure(failureInWords(made));
      if (made.type !== 'made' || !(await save(made))) return;
      await rememberExport(session, made.row);
      setPassphrase(noPassphrase);
      setAttempt(0);
    } finally {
      setBusy(false);
    }
  }

  /** Whether every part of it is where the officer wants it: until then it counts as not made. */
  async function save(made: ExchangeAnswer & { readonly type: 'made' }): Promise<boolean> {
    const names: string[] = [];
    for (const { file, fileName } of made.parts) {
      const saved = await saveBlob(host, file, { suggestedName: fileName, format: 'bundle' });
      if (saved.type === 'saved') {
        names.push(saved.name);
        continue;
      }
      if (saved.type === 'failed') setFailure(saveFailureInWords(saved.because));
      else if (names.length > 0)
        setFailure(
          `Only ${names.length} of ${made.parts.length} parts were saved. Make the bundle again: those saved already do no harm.`,
        );
      return false;
    }
    const [first = ''] = names;
    const what = `${countOf(made.saves, 'change')}, ${countOf(made.files, 'file')}, ${sizeInWords(made.row.size)}`;
    const which = names.length === 1 ? first : `${names.length} parts, the first ${first}`;
    noticeShown(`Saved ${which}: ${what}.`);
    if (made.isOneTooLarge)
      noticeShown('One part is larger than you asked: it holds a single change that cannot be split.', 'grey');
    return true;
  }

  return (
    <Panel
      title="Make a bundle"
      count={lastExport === null ? 'none made yet' : `the last on ${momentInWords(lastExport.at)}`}
    >
      <form
        className={styles['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) void make();
        }}
      >
        <p>
          {people.length === 0
            ? 'Nobody shares this workspace yet. Make a bundle, hand it to a colleague, and tell its passphrase by phone: who starts Packhorse there chooses “Join with a bundle”.'
            : 'One file with what the others lack, for a stick, an e-mail or a shared folder.'}
        </p>
        {failure !== null && <Banner tone="error" title={failure} announce />}
        {people.length > 0 && (
          <RadioGroup
            label="For whom"
            value={way}
            onChange={(value) => setHow(value === 'people' ? 'people' : 'passphrase')}
            options={[
              { value: 'people', label: 'People you share with', hint: 'What they have not been seen to hold' },
              {
                value: 'passphrase',
                label: 'Somebody new, with a passphrase',
                hint: 'Everything, for a laptop that joins',
              },
            ]}
          />
        )}
        {way === 'people' ? (
          <CheckboxGroup
            label="People"
            chosen={recipients}
            onChange={setChosen}
            error={isAsked ? nobody : undefined}
            options={people.map((laptop) => ({ value: laptop.id, label: laptop.person, hint: lacksInWords(laptop) }))}
          />
        ) : (
          <NewPassphrase
            passphrase={passphrase}
            onChange={setPassphrase}
            hint="Tell it by phone, never in the same e-mail"
            isAsked={isAsked}
          />
        )}
        <NumberField
          label="Largest file size"
          hint="Leave it empty for one file; e-mail often takes no more than 20 MB"
          unit="MB"
          width="l"
          least={1}
          most={2000}
          value={largest}
          onChange={setLargest}
          onFault={setSizeFault}
        />
        <JobView job={job} label="Making the bundle" />
        <Button icon={Share2} kind="primary" submit pending={isBusy} pendingLabel="Making the bundle">
          Make a bundle
        </Button>
      </form>
    </Panel>
  );
}

function lacksInWords({ lacks, seenAt }: KnownLaptop): string {
  if (seenAt === null) return 'Not heard from yet: gets everything';
  return lacks === 0 ? 'Holds everything you have' : `${countOf(lacks, 'change')} to send`;
}
