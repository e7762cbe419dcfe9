import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?worker&url';
import { trustedWorkerUrl } from './worker-url.ts';

/** The worker in which PDFs are read and decoded. */
export function makePdfWorker(): Worker {
  return new Worker(trustedWorkerUrl(workerAddress), { type: 'module', name: 'pdf' });
}
