import { Download } from 'lucide-react';
import type { ReactElement } from 'react';
import { useSession } from '#renderer/data/session-context.tsx';
import { useHost } from '#renderer/host/host-context.ts';
import { saveBlob, saveFailureInWords } from '#renderer/host/save-blob.ts';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { MenuButton } from '#renderer/ui/menu-button.tsx';
import { registerCsv } from './csv.ts';
import type { PaperLine } from './lines.ts';

export interface ExportMenuProps {
  readonly lines: ReadonlyArray<PaperLine>;
  /** While only the first papers are there, nothing is exported: half a register would pass for all of it. */
  readonly isWhole: boolean;
}

/** Takes the register, as narrowed and sorted, out to Excel or to a plain file. */
export function ExportMenu({ lines, isWhole }: ExportMenuProps): ReactElement {
  const host = useHost();
  const { today } = useSession();
  const name = `Papers register ${today}`;
  const blockedBecause = isWhole ? undefined : 'The rest of the papers are still being read.';

  async function saved(
    file: Promise<Blob> | Blob,
    suggestedName: string,
    format: 'spreadsheet' | 'text',
  ): Promise<void> {
    const done = await saveBlob(host, await file, { suggestedName, format });
    if (done.type === 'saved') noticeShown(`Saved “${done.name}”.`);
    else if (done.type === 'failed') noticeShown(saveFailureInWords(done.because), 'red');
  }

  return (
    <MenuButton
      label="Export"
      icon={Download}
      small
      sections={[
        {
          items: [
            {
              id: 'excel',
              label: 'Excel workbook (.xlsx)',
              blockedBecause,
              onChoose: () => {
                const made = import('./workbook.ts').then(({ registerWorkbook }) => registerWorkbook(lines));
                void saved(made, `${name}.xlsx`, 'spreadsheet');
              },
            },
            {
              id: 'csv',
              label: 'Plain table (.csv)',
              blockedBecause,
              onChoose: () => void saved(new Blob([registerCsv(lines)], { type: 'text/csv' }), `${name}.csv`, 'text'),
            },
          ],
        },
      ]}
    />
  );
}
