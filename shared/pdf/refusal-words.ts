import type { PdfRefusal } from './refusal.ts';

/** Why a PDF is not taken, to stand after “because”, and what to do. */
export function pdfRefusalInWords(refusal: PdfRefusal): string {
  switch (refusal.type) {
    case 'Empty':
      return 'it is empty (0 bytes). Ask for it to be sent again.';
    case 'NotAPdf':
      return 'it is not a PDF, although its name says so. Save it as a PDF in the program it was made with.';
    case 'Encrypted':
      return 'it is locked with a password. Ask for a copy without one.';
    case 'Damaged':
      return 'it is damaged beyond repair. Ask for it to be sent again.';
    case 'NoPages':
      return 'it is a PDF without any pages.';
    case 'TooLarge':
      return 'it is larger than 1 GB. Make it smaller, or split it into several files.';
  }
}
