/** The question whether, and by what password, a locked file may be opened. Passwords pass through it and stay nowhere. */
import { create } from 'zustand';
import type { Restriction } from '#shared/pdf/restrictions.ts';

export interface UnlockQuestion {
  readonly fileName: string;
  /** Asked for a password, or only for leave to take off what the author has barred. */
  readonly needs:
    | { readonly type: 'password'; readonly wrong: number }
    | { readonly type: 'leave'; readonly barred: ReadonlyArray<Restriction> };
}

export type UnlockAnswer = { readonly type: 'unlock'; readonly password: string } | { readonly type: 'leaveOut' };

interface Asked extends UnlockQuestion {
  readonly number: number;
  answer(given: UnlockAnswer): void;
}

const useStore = create<{ readonly asked: Asked | null }>()(() => ({ asked: null }));

export const useUnlocking = (): Asked | null => useStore((state) => state.asked);

let questions = 0;

export function askToUnlock(question: UnlockQuestion): Promise<UnlockAnswer> {
  return new Promise((resolve) => {
    const answer = (given: UnlockAnswer): void => {
      useStore.setState({ asked: null });
      resolve(given);
    };
    useStore.setState({ asked: { ...question, number: ++questions, answer } });
  });
}
