import { Check, Copy } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useSession } from '#renderer/data/session-context.tsx';
import { useHost } from '#renderer/host/host-context.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { writeSupportReport } from './support-report.ts';

/** A text to send to whoever helps. It is shown before it goes anywhere, and goes nowhere by itself. */
export function SupportReportPanel(): ReactElement {
  const { database, kinds } = useSession();
  const host = useHost();
  const [report, setReport] = useState<string | null>(null);
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);

  async function written(): Promise<void> {
    const tables = [...kinds.values()].map(({ table, label }) => ({ table, label }));
    setCopied(null);
    setReport(await writeSupportReport(database, tables, await host.about(null)));
  }

  async function copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setCopied('yes');
    } catch (fault) {
      // The laptop's rules may keep pages from the clipboard; the text can still be copied by hand.
      if (!(fault instanceof DOMException)) throw fault;
      setCopied('no');
    }
  }

  return (
    <Panel title="Support report">
      <p>
        If something goes wrong, send this report to whoever helps you. It says which Packhorse you have and how much is
        in it. It holds no names, no titles and none of your words.
      </p>
      {report === null ? (
        <div>
          <Button onPress={() => void written()}>Write the report</Button>
        </div>
      ) : (
        <>
          <TextArea label="Report" value={report} rows={14} spellCheck={false} onChange={setReport} />
          <Row>
            <Button icon={copied === 'yes' ? Check : Copy} onPress={() => void copy(report)}>
              Copy the report
            </Button>
            <span role="status">
              {copied === 'yes' && 'Copied. Paste it into your message.'}
              {copied === 'no' && 'It could not be copied for you. Select the text and press Ctrl C.'}
            </span>
          </Row>
        </>
      )}
    </Panel>
  );
}
