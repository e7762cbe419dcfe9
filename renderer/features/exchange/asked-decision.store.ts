/** The record whose decision somebody asked for on the way to the list of them: the list takes it up once. */
import { create } from 'zustand';

interface AskedDecision {
  /** The record's kind and id; `null` where none was asked for. */
  readonly asked: { readonly kind: string; readonly record: string } | null;
}

const useStore = create<AskedDecision>()(() => ({ asked: null }));

export const useAskedDecision = (): AskedDecision['asked'] => useStore(({ asked }) => asked);

export function decisionAsked(kind: string, record: string): void {
  useStore.setState({ asked: { kind, record } });
}

export function askedDecisionTaken(): void {
  useStore.setState({ asked: null });
}
