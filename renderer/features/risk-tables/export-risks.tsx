import { Download } from 'lucide-react';
import type { ReactElement } from 'react';
import { readFrozen } from '#renderer/data/risks/frozen.ts';
import type { OpenRegister } from '#renderer/data/risks/registers.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { useHost } from '#renderer/host/host-context.ts';
import { saveBlob, saveFailureInWords } from '#renderer/host/save-blob.ts';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { Button } from '#renderer/ui/button.tsx';
import { MenuButton } from '#renderer/ui/menu-button.tsx';
import { sheetCsv } from './csv.ts';
import { risksSheet, sheetsOf } from './tables.ts';

/** Takes the whole register out to Excel, or its risks to a plain file. */
export function ExportRisks({ open }: { readonly open: OpenRegister }): ReactElement | null {
  const host = useHost();
  const { database, today } = useSession();
  const { now, last, frozen, rows } = open;
  if (now === null) return null;
  const name = `${rows.register.name} ${today}`;

  async function saved(file: Blob, suggestedName: string, format: 'spreadsheet' | 'text'): Promise<void> {
    const done = await saveBlob(host, file, { suggestedName, format });
    if (done.type === 'saved') noticeShown(`Saved “${done.name}”.`);
    else if (done.type === 'failed') noticeShown(saveFailureInWords(done.because), 'red');
  }
  async function excel(): Promise<void> {
    if (now === null) return;
    const read = last === null ? null : await readFrozen(database, last.sha256);
    const { riskWorkbook } = await import('./workbook.ts');
    const sheets = sheetsOf(now, frozen, read?.type === 'whole' ? read.snapshot : null);
    await saved(await riskWorkbook(sheets), `${name}.xlsx`, 'spreadsheet');
  }

  return (
    <>
      <MenuButton
        label="Other ways to export"
        iconOnly
        sections={[
          {
            items: [
              {
                id: 'csv',
                label: 'Plain table of the risks (.csv)',
                onChoose: () => {
                  const file = new Blob([sheetCsv(risksSheet(now))], { type: 'text/csv' });
                  void saved(file, `${name}.csv`, 'text');
                },
              },
            ],
          },
        ]}
      />
      <Button icon={Download} onPress={() => void excel()}>
        Export to Excel
      </Button>
    </>
  );
}
