/** Does one thing at a time for the pages near the view, the page being read first. */

export interface DrawQueue {
  /** Gives back what takes the job out again; a job under way must be stopped by its own means. */
  readonly add: (job: DrawJob) => () => void;
  /** Which page is being read, counted from 1. */
  readonly turnTo: (page: number) => void;
}

export interface DrawJob {
  readonly page: number;
  /** Jobs of the same page: the smaller first. */
  readonly order: number;
  readonly run: () => Promise<void>;
}

export function createDrawQueue(): DrawQueue {
  const waiting = new Set<DrawJob>();
  let reading = 1;
  let busy = false;

  function urgency({ page, order }: DrawJob): number {
    // Readers go on more often than back.
    const distance = page >= reading ? page - reading : (reading - page) * 1.5;
    return distance + order / 4;
  }

  async function work(): Promise<void> {
    if (busy) return;
    busy = true;
    // What else is asked for in the same breath is weighed together.
    await Promise.resolve();
    while (waiting.size > 0) {
      const next = [...waiting].reduce((best, job) => (urgency(job) < urgency(best) ? job : best));
      waiting.delete(next);
      await next.run();
    }
    busy = false;
  }

  return {
    add: (job) => {
      waiting.add(job);
      void work();
      return () => waiting.delete(job);
    },
    turnTo: (page) => {
      reading = page;
    },
  };
}
