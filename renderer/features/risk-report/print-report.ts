import { reportHtml, reportTitle, type ReportOf } from '#shared/domain/risk-report/report-html.ts';
import type { Host } from '#shared/host/contract.ts';
import { printDocument } from '#renderer/host/print-document.ts';

export type PrintedReport =
  { readonly type: 'printed'; readonly file: File } | { readonly type: 'cannot'; readonly because: string };

/** The report as a tagged PDF of A4 pages; its action plan lies sideways. */
export async function printReport(host: Host, asked: ReportOf): Promise<PrintedReport> {
  const title = reportTitle(asked.snapshot, asked.edition);
  const html = await printDocument(title, reportHtml(asked));
  const answer = await host.printHtml({ html, title });
  if (answer.type === 'unavailable') return { type: 'cannot', because: answer.because };
  const name = `${title
    .replaceAll(/[\\/:*?"<>|]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()}.pdf`;
  return {
    type: 'printed',
    file: new File([answer.pdf as Uint8Array<ArrayBuffer>], name, { type: 'application/pdf' }),
  };
}
