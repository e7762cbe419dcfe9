/** Why a file was left out when it was to be attached, and how that is said. */
import type { FileForm } from '#shared/domain/papers/picture-facts.ts';
import type { AttachRefusal } from '#shared/domain/papers/paper-version.commands.ts';
import { unreachable } from '#shared/kernel/unreachable.ts';
import { pdfRefusalInWords } from '#shared/pdf/refusal-words.ts';
import type { PdfRefusal } from '#shared/pdf/refusal.ts';
import type { StorageFull } from '#renderer/data/run.ts';

/** What is in the file will not do. */
export type LookRefusal =
  | PdfRefusal
  | { readonly type: 'OtherType'; readonly form: FileForm }
  | { readonly type: 'PictureUnreadable' }
  /** Looking through it was given up after two minutes. */
  | { readonly type: 'TookTooLong' };

/** The detour for what is damaged or locked has failed. */
export type DetourRefusal =
  | LookRefusal
  /** The officer would not have the lock taken off, or did not know the password. */
  | { readonly type: 'LeftLocked' }
  | { readonly type: 'WrongPassword' }
  | { readonly type: 'RescueTookTooLong' };

export type FileRefusal =
  | DetourRefusal
  | AttachRefusal
  | StorageFull
  /** Somebody has removed the paper meanwhile. */
  | { readonly type: 'PaperGone' }
  | { readonly type: 'Cancelled' };

/** Says why, to stand after “because”, and what to do. */
export function refusalInWords(refusal: FileRefusal): string {
  switch (refusal.type) {
    case 'Empty':
    case 'NotAPdf':
    case 'Encrypted':
    case 'Damaged':
    case 'NoPages':
    case 'TooLarge':
      return pdfRefusalInWords(refusal);
    case 'OtherType':
      return otherTypeInWords(refusal.form);
    case 'PictureUnreadable':
      return 'the picture in it cannot be read. Save it again as PNG or JPEG.';
    case 'TookTooLong':
      return 'looking through it took more than two minutes. Print it to a new PDF, then attach that.';
    case 'LeftLocked':
      return 'it is locked and was left so. Ask whoever sent it for a copy without a lock. Your file is as it was.';
    case 'WrongPassword':
      return 'none of three passwords opened it. Ask whoever sent it for the password, or for a copy without one. Your file is as it was.';
    case 'RescueTookTooLong':
      return 'repairing it took more than a minute. Print it to a new PDF, then attach that.';
    case 'StorageFull':
      return 'there is no room left on this laptop. Nothing of it was kept and nothing else is lost. Free some space, then attach it again.';
    case 'PaperIssued':
      return 'the paper has been issued. A new version belongs in a supplement.';
    case 'WrittenHere':
      return 'the paper is written here. Attach the file as a paper of its own.';
    case 'SameFile':
      return `it is the same file as version ${refusal.number}, which is in use.`;
    case 'PaperGone':
      return 'the paper has been removed meanwhile.';
    case 'Cancelled':
      return 'you stopped before its turn came.';
    default:
      return unreachable(refusal);
  }
}

function otherTypeInWords(form: FileForm): string {
  switch (form) {
    case 'office':
    case 'oldOffice':
      return 'it is a Word, Excel or PowerPoint file. Save it as a PDF there, then attach that.';
    case 'archive':
      return 'it is a ZIP file. Take the papers out of it, then attach those.';
    case 'heic':
    case 'gif':
    case 'webp':
    case 'tiff':
      return 'it is a picture of a kind that cannot be taken. Save it as PNG or JPEG.';
    case 'pdf':
    case 'png':
    case 'jpeg':
    case 'unknown':
      return 'it is neither a PDF nor a PNG or JPEG picture.';
    default:
      return unreachable(form);
  }
}
