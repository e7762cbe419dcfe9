/**
 * What the engine cannot take as it is: a damaged file is saved anew; a locked one is opened by its password, asked for at
 * most three times, and by consent. Nothing of a password is kept.
 */
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { spellingsOf } from '#shared/pdf/password-spellings.ts';
import type { Rescued } from '#shared/pdf/rescue.ts';
import { restrictionsOf } from '#shared/pdf/restrictions.ts';
import type { DetourRefusal, LookRefusal } from './file-refusal.ts';
import type { Rescuer, RescueResult } from './rescuer.ts';
import type { askToUnlock } from './unlocking.store.ts';

export const mostTries = 3;

export interface DetourTools {
  readonly rescue: Rescuer['rescue'];
  readonly ask: typeof askToUnlock;
}

export interface Detoured {
  readonly pdf: Blob;
  readonly copied: 'repaired' | 'unlocked';
}

/** `because` is why the engine refused the file. */
export async function openByDetour(
  file: Blob,
  fileName: string,
  because: LookRefusal,
  { rescue, ask }: DetourTools,
): Promise<Result<Detoured, DetourRefusal>> {
  const tried = await rescue({ file, password: '' });
  if (!tried.ok && tried.refusal.type === 'WrongPassword') return openByPassword(file, fileName, { rescue, ask });
  if (!tried.ok) return refuseAs(tried.refusal, because);
  if (because.type !== 'Encrypted') return ok({ pdf: pdfOf(tried.value), copied: 'repaired' });
  const barred = restrictionsOf(tried.value.permissions);
  const answer = await ask({ fileName, needs: { type: 'leave', barred } });
  return answer.type === 'leaveOut'
    ? refuse({ type: 'LeftLocked' })
    : ok({ pdf: pdfOf(tried.value), copied: 'unlocked' });
}

async function openByPassword(
  file: Blob,
  fileName: string,
  { rescue, ask }: DetourTools,
): Promise<Result<Detoured, DetourRefusal>> {
  for (let wrong = 0; wrong < mostTries; wrong++) {
    const answer = await ask({ fileName, needs: { type: 'password', wrong } });
    if (answer.type === 'leaveOut') return refuse({ type: 'LeftLocked' });
    const tried = await rescueByAnySpelling(file, answer.password, rescue);
    if (tried.ok) return ok({ pdf: pdfOf(tried.value), copied: 'unlocked' });
    if (tried.refusal.type !== 'WrongPassword') return refuseAs(tried.refusal, { type: 'Encrypted' });
  }
  return refuse({ type: 'WrongPassword' });
}

async function rescueByAnySpelling(file: Blob, password: string, rescue: Rescuer['rescue']): Promise<RescueResult> {
  let tried: RescueResult = refuse({ type: 'WrongPassword' });
  for (const spelling of spellingsOf(password)) {
    tried = await rescue({ file, password: spelling });
    if (tried.ok || tried.refusal.type !== 'WrongPassword') break;
  }
  return tried;
}

function refuseAs(
  refusal: Exclude<RescueResult, { readonly ok: true }>['refusal'],
  because: LookRefusal,
): Result<never, DetourRefusal> {
  return refuse(refusal.type === 'RescueTookTooLong' ? refusal : because);
}

function pdfOf({ bytes }: Rescued): Blob {
  return new Blob([bytes], { type: 'application/pdf' });
}
