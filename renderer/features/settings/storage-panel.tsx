import { useEffect, useState, type ReactElement } from 'react';
import { readRoom, type Room } from '#renderer/data/storage.ts';
import { useHost } from '#renderer/host/host-context.ts';
import { DefinitionList } from '#renderer/ui/definition-list.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { bytesInWords } from './bytes-in-words.ts';
import styles from './settings-page.module.css';

type Known = { readonly room: Room | null; readonly isPromised: boolean; readonly place: string } | null;

const places = {
  electron: 'In Packhorse’s own folder on this laptop, under your Windows or Mac account',
  browser: 'In Packhorse’s own folder on this laptop, used through your browser',
} as const;

/** Where the work is, and how much room is left for it. */
export function StoragePanel(): ReactElement {
  const host = useHost();
  const [known, setKnown] = useState<Known>(null);
  useEffect(() => {
    let isHere = true;
    const promised = navigator.storage?.persisted?.() ?? Promise.resolve(false);
    void Promise.all([readRoom(), promised, host.about(null)]).then(([room, isPromised, about]) => {
      if (isHere) setKnown({ room, isPromised, place: places[about.kind] });
    });
    return () => {
      isHere = false;
    };
  }, [host]);

  return (
    <Panel title="Where the work is kept">
      <DefinitionList
        items={[
          { term: 'Place', detail: known?.place ?? '' },
          { term: 'In use', detail: known === null ? '' : bytesInWords(known.room?.usedBytes ?? null) },
          { term: 'Room left', detail: known === null ? '' : bytesInWords(known.room?.leftBytes ?? null) },
          {
            term: 'Safe from clearing',
            detail:
              known === null
                ? ''
                : known.isPromised
                  ? 'Yes: the browser has promised not to clear it to make room'
                  : 'Not promised: the browser could clear it if the disk fills up. Keep room on the disk',
          },
        ]}
      />
      <p className={styles['words']}>
        The work is on this laptop alone. Make a backup now and then, and keep it somewhere else.
      </p>
    </Panel>
  );
}
