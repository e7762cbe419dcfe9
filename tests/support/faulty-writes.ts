/** Has the n-th write to any database fail, in the ways in which a browser's database fails. */

export type WriteFault =
  /** Refused as it is asked for: there is no room for it. */
  | 'no room at once'
  /** Chromium finds out later, and lets the whole transaction go. */
  | 'no room later'
  | 'unknown fault'
  | 'aborted'
  /** Another window, or the browser, closes the database. */
  | 'closed';

export const writeFaults: ReadonlyArray<WriteFault> = [
  'no room at once',
  'no room later',
  'unknown fault',
  'aborted',
  'closed',
];

const writing = ['put', 'add', 'delete', 'clear'] as const;

/** fake-indexeddb's own way to let a transaction go, for the reason that is named. */
function letGo(transaction: IDBTransaction, reason: string): void {
  const abort: unknown = Reflect.get(transaction, '_abort');
  if (typeof abort !== 'function') throw new Error('This is not fake-indexeddb');
  Reflect.apply(abort, transaction, [reason]);
}

/** Has it let go when everything in it has been done and it is to be kept: that is when Chromium finds that there is no room. */
function letGoAtTheEnd(transaction: IDBTransaction, reason: string): void {
  const finish: unknown = Reflect.get(transaction, '_markFinished');
  if (typeof finish !== 'function') throw new Error('This is not fake-indexeddb');
  Object.defineProperty(transaction, '_markFinished', {
    configurable: true,
    value: () => {
      Reflect.deleteProperty(transaction, '_markFinished');
      if (transaction.error === null) letGo(transaction, reason);
      Reflect.apply(finish, transaction, []);
    },
  });
}

/** fake-indexeddb dispatches events of its own make, and throws at the genuine ones. */
function closing(): Event {
  const phases = { NONE: 0, CAPTURING_PHASE: 1, AT_TARGET: 2, BUBBLING_PHASE: 3, eventPhase: 0 };
  const event = { ...phases, type: 'close', bubbles: false, initialized: true, dispatched: false, eventPath: [] };
  return event as unknown as Event;
}

function fail(transaction: IDBTransaction, fault: WriteFault): void {
  switch (fault) {
    case 'no room at once':
      throw new DOMException('There is no room', 'QuotaExceededError');
    case 'no room later':
      letGoAtTheEnd(transaction, 'QuotaExceededError');
      return;
    case 'unknown fault':
      letGoAtTheEnd(transaction, 'UnknownError');
      return;
    case 'aborted':
      transaction.abort();
      return;
    case 'closed':
      letGo(transaction, 'AbortError');
      transaction.db.close();
      transaction.db.dispatchEvent(closing());
  }
}

/**
 * Does it while the write of this number fails, counted from 1.
 * @returns what came of it, and whether there were so many writes
 */
export async function withFaultAt<Done>(
  at: number,
  fault: WriteFault,
  act: () => Promise<Done>,
): Promise<{ readonly done: PromiseSettledResult<Done>; readonly isReached: boolean }> {
  const store = IDBObjectStore.prototype;
  const genuine = writing.map((name) => [name, Object.getOwnPropertyDescriptor(store, name)] as const);
  let count = 0;
  for (const [name, method] of genuine) {
    const original: unknown = method?.value;
    if (method === undefined || typeof original !== 'function') throw new Error(`There is no ${name}`);
    Object.defineProperty(store, name, {
      ...method,
      value(this: IDBObjectStore, ...given: unknown[]): unknown {
        count += 1;
        if (count !== at) return Reflect.apply(original, this, given);
        if (fault === 'no room at once') fail(this.transaction, fault);
        const request: unknown = Reflect.apply(original, this, given);
        fail(this.transaction, fault);
        return request;
      },
    });
  }
  try {
    const [done] = await Promise.allSettled([act()]);
    return { done, isReached: count >= at };
  } finally {
    for (const [name, method] of genuine) if (method !== undefined) Object.defineProperty(store, name, method);
  }
}
