/** Reads spreadsheets away from the window, which stays alive however large or hostile they are. */
import type { Result } from '#shared/kernel/result.ts';
import { readSheets, type Sheet, type SheetFile, type SheetRefusal } from './read-sheets.ts';

export type SheetsAnswer =
  | { readonly type: 'read'; readonly result: Result<ReadonlyArray<Sheet>, SheetRefusal> }
  | { readonly type: 'fault'; readonly message: string };

const answer = (message: SheetsAnswer): void => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<SheetFile>) => {
  readSheets(data).then(
    (result) => answer({ type: 'read', result }),
    (fault: unknown) => answer({ type: 'fault', message: fault instanceof Error ? fault.message : String(fault) }),
  );
});
