import { useState, type ReactElement } from 'react';
import { isStorageFull } from '#renderer/data/run.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import styles from './settings-page.module.css';

export interface SamplePanelProps {
  readonly onTry: () => Promise<void>;
}

/** A way into the sample for whoever has a workspace of their own already. */
export function SamplePanel({ onTry }: SamplePanelProps): ReactElement {
  const [isBusy, setBusy] = useState(false);
  const [isFull, setFull] = useState(false);

  async function tried(): Promise<void> {
    setBusy(true);
    setFull(false);
    try {
      await onTry();
    } catch (fault) {
      setBusy(false);
      if (!isStorageFull(fault)) throw fault;
      setFull(true);
    }
  }

  return (
    <Panel title="The sample">
      <p className={styles['words']}>
        An invented partnership with a year of meetings, to look round and try things in. Your own workspace is not
        touched: it stands as it is and opens again when you leave the sample, which then leaves no trace.
      </p>
      {isFull && (
        <Banner tone="error" title="No room for the sample">
          This laptop has no room for it. Your own work is safe. Free some space, then try again.
        </Banner>
      )}
      <div>
        <Button onPress={() => void tried()} pending={isBusy} pendingLabel="Setting up the sample">
          Try the sample
        </Button>
      </div>
    </Panel>
  );
}
