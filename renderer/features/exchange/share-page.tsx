import { useEffect, type ReactElement } from 'react';
import { ownIdentity } from '#renderer/data/exchange/identity.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { PageBody } from '#renderer/ui/page-body.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { DecisionsPanel } from './decisions-panel.tsx';
import { endExchange } from './exchange-work.ts';
import { LaptopsPanel } from './laptops-panel.tsx';
import { MakePanel } from './make-panel.tsx';
import { FolderPanel } from './folder-panel.tsx';
import { OpenPanel } from './open-panel.tsx';
import { useOpening } from './opening.ts';
import { ReceivedPanel } from './received-panel.tsx';
import { readSharing } from './share.queries.ts';
import styles from './share.module.css';

/** How one workspace lives on several laptops: bundles out, bundles in, and what people must decide between. */
export function SharePage(): ReactElement {
  const session = useSession();
  const sharing = useLive(readSharing, []);
  const opening = useOpening();
  useEffect(() => {
    void ownIdentity(session);
  }, [session]);
  useEffect(() => endExchange, []);
  return (
    <>
      <PageHeader title="Share and receive" facts={[{ text: 'By file alone: no account, no network' }]} />
      <PageBody>
        {sharing === undefined ? (
          <Loading label="Looking up what has been shared" />
        ) : (
          <div className={styles['stack']}>
            <DecisionsPanel />
            <div className={styles['columns']}>
              <div className={styles['stack']}>
                <MakePanel sharing={sharing} />
                <OpenPanel opening={opening} />
                <FolderPanel sharing={sharing} onOpen={(file) => opening.open([file])} />
              </div>
              <div className={styles['stack']}>
                <LaptopsPanel sharing={sharing} />
                <ReceivedPanel sharing={sharing} />
              </div>
            </div>
          </div>
        )}
      </PageBody>
    </>
  );
}
