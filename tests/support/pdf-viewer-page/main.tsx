/** The PDF viewer alone on a page, for tests: `window.viewerPage` shows and prints files the test's server offers. */
import '#renderer/ui/kit.css';
import { StrictMode, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { makePdfWorker } from '#renderer/host/pdf-worker.ts';
import { KitProvider } from '#renderer/ui/kit-provider.tsx';
import { PdfViewer } from '#renderer/ui/pdf/pdf-viewer.tsx';
import { PrintDialog } from '#renderer/ui/pdf/print-dialog.tsx';
import { printPdf } from '#renderer/ui/pdf/print-pdf.ts';
import styles from './page.module.css';

const root = createRoot(document.querySelector('#root')!);
const violations: string[] = [];
document.addEventListener('securitypolicyviolation', (event) => {
  violations.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
});
const pagesTold: number[] = [];

async function load(name: string): Promise<Blob> {
  const answer = await fetch(`./files/${name}`);
  return answer.blob();
}

function draw(inside: ReactElement): void {
  root.render(
    <StrictMode>
      <KitProvider>
        <main className={styles['main']}>
          <h1 className="vh">Viewer</h1>
          {inside}
        </main>
      </KitProvider>
    </StrictMode>,
  );
}

const viewerPage = {
  violations,
  pagesTold,
  show: async (name: string, startPage?: number) => {
    const file = await load(name);
    pagesTold.length = 0;
    performance.mark('viewer-asked');
    draw(
      <PdfViewer
        file={file}
        title="Board pack"
        makeWorker={makePdfWorker}
        startPage={startPage}
        onPage={(page) => pagesTold.push(page)}
        toolbar={<button type="button">Save PDF</button>}
      />,
    );
  },
  print: async (name: string, from: number, to: number) => printPdf(await load(name), { from, to }, makePdfWorker),
  printDialog: async (name: string) => {
    const file = await load(name);
    draw(
      <PrintDialog
        open
        file={file}
        title="Board pack"
        makeWorker={makePdfWorker}
        onClose={() => draw(<p>Closed</p>)}
      />,
    );
  },
};

export type ViewerPage = typeof viewerPage;
(window as unknown as { viewerPage: ViewerPage }).viewerPage = viewerPage;
