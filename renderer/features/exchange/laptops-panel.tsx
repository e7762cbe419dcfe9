import { useState, type ReactElement } from 'react';
import { heldOf } from '#shared/changes/version-vector.ts';
import { readLogHeld, readWorkspaceId } from '#renderer/data/database.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { Status } from '#renderer/ui/status.tsx';
import { momentInWords } from './exchange-words.ts';
import { SafetyWordsView } from './safety-words-view.tsx';
import type { KnownLaptop, Sharing } from './share.queries.ts';
import styles from './share.module.css';

export interface LaptopsPanelProps {
  readonly sharing: Sharing;
}

/** Which laptops share this workspace, and how far each is trusted. */
export function LaptopsPanel({ sharing: { laptops } }: LaptopsPanelProps): ReactElement {
  const workspace = useLive(readWorkspaceId, []);
  const own = laptops.find(({ trust }) => trust === 'self');
  const others = laptops.filter(({ trust }) => trust !== 'self');
  return (
    <Panel title="Laptops" count={others.length === 0 ? 'only this laptop' : String(others.length + 1)}>
      <div className={styles['stack']}>
        {own !== undefined && workspace !== undefined && (
          <div className={styles['stack']}>
            <p>The safety words of this laptop. Read them out when a colleague rings to compare.</p>
            <SafetyWordsView workspace={workspace} device={own.id} signKey={own.signKey} />
          </div>
        )}
        {others.length > 0 && (
          <ul className={styles['list']} aria-label="Laptops">
            {others.map((laptop) => (
              <Laptop key={laptop.id} laptop={laptop} workspace={workspace ?? ''} laptops={laptops} />
            ))}
          </ul>
        )}
      </div>
    </Panel>
  );
}

interface LaptopProps {
  readonly laptop: KnownLaptop;
  readonly workspace: string;
  readonly laptops: ReadonlyArray<KnownLaptop>;
}

function Laptop({ laptop, workspace, laptops }: LaptopProps): ReactElement {
  const { database } = useSession();
  const [isShown, setShown] = useState(false);
  const { id, person, role, trust, introducedBy, revokedAfter, seenAt } = laptop;
  const by = laptops.find((other) => other.id === introducedBy)?.person ?? '';

  async function revoked(): Promise<void> {
    const log = await readLogHeld(database);
    await database.devices.update(id, { revokedAfter: heldOf(log?.held ?? {}, id) });
  }

  return (
    <li>
      <p>
        <b>{person}</b> <span className={styles['soft']}>{role}</span>
      </p>
      {revokedAfter !== null ? (
        <Status tone="red">Not trusted any more: nothing new is taken from it</Status>
      ) : trust === 'checked' ? (
        <Status tone="green">Words compared</Status>
      ) : (
        <Status tone="amber">
          {by === '' ? 'Words not compared yet' : `${by} vouches for it; words not compared`}
        </Status>
      )}
      <p className={styles['soft']}>
        {seenAt === null ? 'Nothing has come from it yet' : `Last bundle made ${momentInWords(seenAt)}`}
      </p>
      {isShown && <SafetyWordsView workspace={workspace} device={id} signKey={laptop.signKey} />}
      <Row>
        <Button small kind="quiet" onPress={() => setShown(!isShown)} expanded={isShown}>
          {isShown ? 'Hide words' : 'Show words'}
          <span className="vh"> of {person}</span>
        </Button>
        {trust !== 'checked' && isShown && (
          <Button small onPress={() => void database.devices.update(id, { trust: 'checked' })}>
            The words are the same<span className="vh"> for {person}</span>
          </Button>
        )}
        {revokedAfter === null ? (
          <Button small kind="quiet" onPress={() => void revoked()}>
            Stop trusting<span className="vh"> {person}</span>
          </Button>
        ) : (
          <Button small kind="quiet" onPress={() => void database.devices.update(id, { revokedAfter: null })}>
            Trust again<span className="vh"> {person}</span>
          </Button>
        )}
      </Row>
    </li>
  );
}
