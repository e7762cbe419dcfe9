import { useState, type ReactElement, type ReactNode } from 'react';
import { takeVersion } from '#shared/domain/papers/paper-version.commands.ts';
import type { PaperVersion } from '#shared/domain/papers/paper-version.ts';
import { issuedWords } from '#shared/domain/papers/refusal-words.ts';
import { withYear } from '#shared/kernel/civil-date.ts';
import { tooFine } from '#shared/pdf/scan-resolution.ts';
import { run } from '#renderer/data/run.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DefinitionList } from '#renderer/ui/definition-list.tsx';
import { DropArea } from '#renderer/ui/drop-area.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FileButton } from '#renderer/ui/file-button.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Stack } from '#renderer/ui/stack.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import styles from './file-paper.module.css';
import { factsOf } from './file-facts.tsx';
import { MakeSmallerButton } from './make-smaller-button.tsx';
import { countOf, paperRefusalInWords } from './paper-words.ts';
import type { PaperInPlace } from './paper.queries.ts';
import { attachable, startAttaching } from './start-attaching.ts';

export interface FilePaperProps {
  readonly place: PaperInPlace;
  /** Shows a kept PDF; the viewer is put in by the app. */
  readonly preview: (sha256: string) => ReactNode;
  /** Stands beside the pages: the paper's head. */
  readonly details: ReactNode;
}

/** A paper that came as a file: what is in it, its versions, and the pages themselves. */
export function FilePaper({ place, preview, details }: FilePaperProps): ReactElement {
  const { paper, versions } = place;
  const session = useSession();
  const [note, setNote] = useState('');
  const [shownId, setShownId] = useState<string | null>(null);
  const inUse = versions.find((version) => version.id === paper.versionId) ?? null;
  const shown = versions.find((version) => version.id === shownId) ?? inUse;
  const isFixed = paper.status === 'issued';

  function replaced(files: ReadonlyArray<File>): void {
    const [file] = files;
    if (file === undefined) return;
    if (isFixed) {
      noticeShown(issuedWords, 'red');
      return;
    }
    if (files.length > 1) {
      noticeShown('A version is one file. Drop or choose one at a time.', 'red');
      return;
    }
    const to = { type: 'paper', paperId: paper.id, note } as const;
    setShownId(null);
    void startAttaching({ session, files: [file], to, reportTo: 'page' }).then(([outcome]) => {
      if (outcome?.result.ok === true) setNote('');
    });
  }

  async function wentBack(version: PaperVersion): Promise<void> {
    const result = await run(session, takeVersion, { paper, version });
    setShownId(null);
    if (!result.ok) noticeShown(paperRefusalInWords(result.refusal), 'red');
  }

  return (
    <DropArea label={`Drop a file to make it the next version of “${paper.title}”`} onFiles={replaced}>
      <div className={styles['desk']}>
        <section className={styles['pages']} aria-label="Pages">
          {shown === null ? (
            <EmptyState title="No file yet" text="Attach the file, or drop it here." />
          ) : (
            preview(shown.sha256)
          )}
        </section>
        <Stack>
          {shown !== null && (
            <Panel
              title={shown.id === inUse?.id ? 'The file' : `Version ${shown.number}`}
              actions={
                shown.id === inUse?.id && (shown.contents?.scanResolution ?? 0) > tooFine ? (
                  <MakeSmallerButton version={shown} blockedBecause={isFixed ? issuedWords : undefined} />
                ) : undefined
              }
            >
              <DefinitionList items={factsOf(shown)} />
            </Panel>
          )}
          {details}
          <Panel title="Versions" count={countOf(versions.length, 'version')}>
            <Stack>
              <TextField
                label="What is new in the next version"
                hint="Kept with the version when you attach it"
                optional
                value={note}
                onChange={setNote}
                blockedBecause={isFixed ? issuedWords : undefined}
              />
              <FileButton
                onFiles={replaced}
                accept={attachable}
                multiple={false}
                blockedBecause={isFixed ? issuedWords : undefined}
              >
                {inUse === null ? 'Attach the file' : 'Replace with a new version'}
              </FileButton>
              <ol className={styles['versions']} aria-label="Versions, the latest first">
                {versions.map((version) => (
                  <li key={version.id} className={styles['version']}>
                    <p>
                      <b>Version {version.number}</b> {version.id === inUse?.id && <Tag tone="green">In use</Tag>}
                    </p>
                    <p className="small">{version.fileName}</p>
                    <p className="muted small">{addedInWords(version)}</p>
                    {version.note !== '' && <p className="small">{version.note}</p>}
                    <div className={styles['acts']}>
                      {version.id !== shown?.id && (
                        <Button kind="quiet" small onPress={() => setShownId(version.id)}>
                          {`Show version ${version.number}`}
                        </Button>
                      )}
                      {version.id !== inUse?.id && (
                        <Button
                          kind="quiet"
                          small
                          onPress={() => void wentBack(version)}
                          blockedBecause={isFixed ? issuedWords : undefined}
                        >
                          {`Use version ${version.number}`}
                        </Button>
                      )}
                    </div>
                  </li>
                ))}
              </ol>
            </Stack>
          </Panel>
        </Stack>
      </div>
    </DropArea>
  );
}

function addedInWords({ addedOn, addedBy }: PaperVersion): string {
  const day = addedOn === null ? 'Added' : `Added on ${withYear(addedOn)}`;
  return addedBy === '' ? day : `${day} by ${addedBy}`;
}
