import { ShieldCheck } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { checkLog, type CheckedLog, type LogFault } from '#renderer/data/check-log.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { JobProgress } from '#renderer/ui/job-progress.tsx';
import { Stack } from '#renderer/ui/stack.tsx';

/** Proves that nothing in the history has been changed since it was signed. */
export function CheckHistory(): ReactElement {
  const { database } = useSession();
  const [progress, setProgress] = useState<{ readonly done: number; readonly of: number } | null>(null);
  const [checked, setChecked] = useState<CheckedLog | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function check(): Promise<void> {
    setBusy(true);
    setChecked(null);
    try {
      setChecked(await checkLog(database, (done, of) => setProgress({ done, of })));
    } finally {
      setBusy(false);
      setProgress(null);
    }
  }

  return (
    <Stack>
      <div>
        <Button icon={ShieldCheck} onPress={() => void check()} pending={isBusy} pendingLabel="Checking the history">
          Check the whole history
        </Button>
      </div>
      {progress !== null && <JobProgress label="Checking the history" done={progress.done} total={progress.of} />}
      {checked !== null && <Outcome checked={checked} />}
    </Stack>
  );
}

function Outcome({
  checked: { saves, parts, laptops, loose, faults },
}: {
  readonly checked: CheckedLog;
}): ReactElement {
  const waiting =
    loose === 0 ? '' : ` Made here since the last bundle or backup, and not sealed yet: ${counted(loose, 'change')}.`;
  if (faults.length === 0) {
    const what = `${counted(saves, 'change')} of ${counted(laptops, 'laptop')}, in ${counted(parts, 'sealed part')}`;
    return (
      <Banner tone="success" title="The history is whole, and as it was signed" announce>
        <p>
          {saves === 0 ? 'Nothing has been sealed yet.' : `${what}: every hash and every signature is right.`}
          {waiting}
        </p>
      </Banner>
    );
  }
  return (
    <Banner tone="error" title={`${counted(faults.length, 'part')} of the history are not as they should be`} announce>
      {faults.map(({ person, from, to, fault }) => (
        <p key={`${person} ${from} ${fault}`}>
          {`Changes ${from} to ${to} of ${person === '' ? 'a laptop not met' : person}: ${faultWords[fault]}`}
        </p>
      ))}
      <p>
        What you see on the screens is safe. Keep the latest backup, and ask a colleague for a bundle with everything:
        join anew with it if this does not go away.
      </p>
    </Banner>
  );
}

const faultWords: Readonly<Record<LogFault, string>> = {
  changed: 'they are not what was kept.',
  notSigned: 'the signature is not by that laptop.',
  outOfLine: 'they do not follow on those before.',
  missing: 'they are not on this laptop.',
};

function counted(count: number, one: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : `${one}s`}`;
}
