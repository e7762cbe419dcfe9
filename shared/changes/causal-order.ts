/** An order for saves in which nothing comes before what it leans on, however wrong anybody's clock was. */
import type { Save } from './save.ts';
import { heldOf, isWithin } from './version-vector.ts';

type Ordered = Pick<Save, 'device' | 'seq' | 'at' | 'deps'>;

/** The saves by their stamps, the earliest first, save that each comes after those its author had seen. */
export function earliestFirst<SomeSave extends Ordered>(saves: ReadonlyArray<SomeSave>): ReadonlyArray<SomeSave> {
  const queues = new Map<string, SomeSave[]>();
  for (const save of [...saves].sort((a, b) => b.seq - a.seq)) {
    const queue = queues.get(save.device);
    if (queue === undefined) queues.set(save.device, [save]);
    else queue.push(save);
  }
  const done: SomeSave[] = [];
  while (done.length < saves.length) {
    const heads = [...queues.values()].flatMap((queue) => queue.at(-1) ?? []);
    const ready = heads.filter((save) =>
      heads.every((other) => other === save || other.seq > heldOf(save.deps, other.device)),
    );
    // Saves that lean on each other in a circle cannot be held; if they were, the clock would do.
    const next = (ready.length > 0 ? ready : heads).reduce((first, save) => (save.at < first.at ? save : first));
    queues.get(next.device)?.pop();
    done.push(next);
  }
  return done;
}

/**
 * Those saves that lean on nothing missing, each after those it leans on; `vector` moves on to what is held with them.
 * Devices take turns: each goes on until its next save leans on one that has not come yet.
 */
export function takeReady(saves: ReadonlyArray<Save>, vector: Record<string, number>): ReadonlyArray<Save> {
  const queues = new Map<string, Save[]>();
  for (const save of [...saves].sort((a, b) => b.seq - a.seq)) {
    const queue = queues.get(save.device);
    if (queue === undefined) queues.set(save.device, [save]);
    else queue.push(save);
  }
  const ready: Save[] = [];
  for (let isMoving = true; isMoving;) {
    isMoving = false;
    for (const [device, queue] of queues) {
      for (let next = queue.at(-1); next !== undefined; next = queue.at(-1)) {
        if (next.seq !== heldOf(vector, device) + 1 || !isWithin(next.deps, vector)) break;
        vector[device] = next.seq;
        ready.push(next);
        queue.pop();
        isMoving = true;
      }
    }
  }
  return ready;
}
