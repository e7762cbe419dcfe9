import { useEffect, useRef, type ReactElement } from 'react';
import type { Json } from '#shared/kernel/json.ts';
import { ok } from '#shared/kernel/result.ts';
import { decided, readDecisions, type Decision } from '#renderer/data/exchange/decisions.ts';
import { run } from '#renderer/data/run.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { Panel } from '#renderer/ui/panel.tsx';
import { DecisionView } from './decision-view.tsx';
import { countOf } from './exchange-words.ts';
import styles from './share.module.css';

/** What people changed without having seen each other's change: nothing is lost, and somebody must say what stands. */
export function DecisionsPanel(): ReactElement | null {
  const session = useSession();
  const decisions = useLive((database) => readDecisions(session, database), [session]);
  const list = useRef<HTMLUListElement>(null);
  const isLeaving = useRef(false);
  // What was decided goes, and the button with it that had the focus: the next decision takes it, or the page.
  useEffect(() => {
    if (!isLeaving.current) return;
    isLeaving.current = false;
    const next = list.current?.querySelector('button') ?? document.querySelector<HTMLElement>('#main');
    next?.focus({ preventScroll: true });
  }, [decisions]);
  if (decisions === undefined || decisions.length === 0) return null;

  async function chosen(decision: Decision, value: Json): Promise<void> {
    isLeaving.current = true;
    const result = await run(session, () => ok(decided(decision, value)), null);
    if (result.ok) return;
    isLeaving.current = false;
    noticeShown('The decision could not be saved: this laptop is out of room.', 'red');
  }

  return (
    <Panel title="Decisions to make" count={countOf(decisions.length, 'decision')}>
      <ul ref={list} className={styles['list']} aria-label="Decisions to make">
        {decisions.map((decision) => (
          <li key={`${decision.kind} ${decision.record} ${decision.path}`}>
            <DecisionView decision={decision} onChosen={(value) => void chosen(decision, value)} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
