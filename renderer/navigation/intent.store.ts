/** What somebody asked for on the way to a screen, such as planning a meeting: the screen takes it up once. */
import { create } from 'zustand';

export type Intent = 'planMeeting' | 'addPaper' | 'addBody' | 'buildPack';

const useStore = create<{ readonly intent: Intent | null }>()(() => ({ intent: null }));

export function intentGiven(intent: Intent): void {
  useStore.setState({ intent });
}

export const useIntent = (intent: Intent): boolean => useStore((state) => state.intent === intent);

export function intentTaken(): void {
  useStore.setState({ intent: null });
}
