/** An order for saves in which nothing comes before what it leans on, however wrong anybody's clock was. */
import type { Save } from './save.ts';
import { heldOf } from './version-vector.ts';

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
