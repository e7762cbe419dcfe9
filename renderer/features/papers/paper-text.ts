/**
 * The open text of a written paper: what is typed is saved after a pause and on leaving; what arrives in the workspace (by
 * Undo, from a colleague, from another window) is worked into it while it is being written.
 *
 * Saves go one after another, for the words of one lean on those of the one before.
 */
import { liveQuery } from 'dexie';
import { useEffect, useState } from 'react';
import * as Y from 'yjs';
import { textKey } from '#shared/changes/text.ts';
import { writePaper } from '#shared/domain/papers/paper.commands.ts';
import { paperKind, type Paper } from '#shared/domain/papers/paper.ts';
import { bytesToBase64 } from '#shared/kernel/base64.ts';
import { rowsOf } from '#renderer/data/database.ts';
import { run } from '#renderer/data/run.ts';
import { typingHandedOver, typingStarted } from '#renderer/data/save-state.store.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import type { Session } from '#renderer/data/session.ts';
import { readText } from '#renderer/data/texts.ts';

/** The field of a paper that holds its words. */
export const bodyField = 'body';

/** Milliseconds of quiet after which writing is saved: within the promised second. */
const pause = 600;

export interface PaperText {
  readonly text: Y.Doc;
  /** Saves at once what has been written. */
  flush(): void;
  /** Saves, and listens no more. */
  close(): void;
}

/** Marks what comes from the workspace, so that it is not saved again. */
const fromWorkspace = Symbol('from the workspace');

export async function openPaperText(session: Session, paperId: string): Promise<PaperText> {
  const { database } = session;
  const text = await readText(database, paperId, bodyField);
  let paper: Paper | undefined;
  let unsaved: Uint8Array[] = [];
  let isTold = false;
  const told = (isTyping: boolean): void => {
    if (isTyping !== isTold) (isTyping ? typingStarted : typingHandedOver)();
    isTold = isTyping;
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastSave = Promise.resolve();

  async function save(): Promise<void> {
    paper ??= await rowsOf(database, paperKind).get(paperId);
    if (unsaved.length === 0 || paper === undefined) return;
    const update = Y.mergeUpdatesV2(unsaved);
    unsaved = [];
    const saving = run(session, writePaper, { paper, update: bytesToBase64(update) });
    told(false);
    const result = await saving;
    // Not kept (a full disk, or the paper was issued): the words stay here, and go with the next save.
    if (!result.ok) unsaved = [update, ...unsaved];
  }
  function flush(): void {
    clearTimeout(timer);
    lastSave = lastSave.then(save, save);
  }
  function written(update: Uint8Array, origin: unknown): void {
    if (origin === fromWorkspace) return;
    unsaved.push(update);
    told(true);
    clearTimeout(timer);
    timer = setTimeout(flush, pause);
  }

  text.on('updateV2', written);
  document.addEventListener('visibilitychange', flush);
  window.addEventListener('pagehide', flush);
  const papers = liveQuery(() => rowsOf(database, paperKind).get(paperId)).subscribe((row) => {
    paper = row;
  });
  const texts = liveQuery(() => database.texts.get(textKey(paperId, bodyField))).subscribe((kept) => {
    if (kept !== undefined) Y.applyUpdateV2(text, kept.state, fromWorkspace);
  });
  return {
    text,
    flush,
    close: () => {
      flush();
      text.off('updateV2', written);
      document.removeEventListener('visibilitychange', flush);
      window.removeEventListener('pagehide', flush);
      papers.unsubscribe();
      texts.unsubscribe();
    },
  };
}

/** A paper's text, open for as long as the screen shows it; `undefined` until it is there. */
export function usePaperText(paperId: string): PaperText | undefined {
  const session = useSession();
  const [open, setOpen] = useState<PaperText>();
  useEffect(() => {
    let hasLeft = false;
    let opened: PaperText | undefined;
    void openPaperText(session, paperId).then((paperText) => {
      if (hasLeft) {
        paperText.close();
        return;
      }
      opened = paperText;
      setOpen(paperText);
    });
    return () => {
      hasLeft = true;
      opened?.close();
      setOpen(undefined);
    };
  }, [session, paperId]);
  return open;
}
