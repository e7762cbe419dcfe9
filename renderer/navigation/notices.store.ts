/** Short notices that something was done, shown at the foot of the window until they are read. */
import { create } from 'zustand';

export interface Notice {
  readonly id: string;
  readonly text: string;
  readonly tone: 'green' | 'amber' | 'red' | 'blue' | 'grey';
}

const useStore = create<{ readonly notices: ReadonlyArray<Notice> }>()(() => ({ notices: [] }));
let shown = 0;

export const useNotices = (): ReadonlyArray<Notice> => useStore(({ notices }) => notices);

export function noticeShown(text: string, tone: Notice['tone'] = 'green'): void {
  shown += 1;
  const notice: Notice = { id: `notice-${shown}`, text, tone };
  useStore.setState(({ notices }) => ({ notices: [...notices.slice(-2), notice] }));
}

export function noticeDismissed(id: string): void {
  useStore.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}
