import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import type { Json } from '#shared/kernel/json.ts';
import { ok } from '#shared/kernel/result.ts';
import { decided, readDecisions, type Decision } from '#renderer/data/exchange/decisions.ts';
import { run } from '#renderer/data/run.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { Panel } from '#renderer/ui/panel.tsx';
import { askedDecisionTaken, useAskedDecision } from './asked-decision.store.ts';
import { DecisionView, keyOfDecision } from './decision-view.tsx';
import { countOf } from './exchange-words.ts';
import { LongList } from './long-list.tsx';

/** What people changed without having seen each other's change: nothing is lost, and somebody must say what stands. */
export function DecisionsPanel(): ReactElement | null {
  const session = useSession();
  const decisions = useLive((database) => readDecisions(session, database), [session]);
  const asked = useAskedDecision();
  const [next, setNext] = useState<{ readonly key: string } | null>(null);
  const found = decisions?.find(({ kind, record }) => kind === asked?.kind && record === asked.record);
  const askedKey = found === undefined ? null : keyOfDecision(found);
  const wanted = useMemo(() => (askedKey === null ? next : { key: askedKey }), [askedKey, next]);
  const [unfinished] = useState(() => new Map<string, string>());
  const leaving = useRef<{ readonly place: number; readonly key: string } | null>(null);

  // What was decided goes, and the button with it that had the focus: the decision in its place takes it, or the page.
  useEffect(() => {
    const left = leaving.current;
    if (left === null || decisions === undefined) return;
    // Told anew for another reason, it is still among them.
    if (decisions.some((decision) => keyOfDecision(decision) === left.key)) return;
    const following = decisions[Math.min(left.place, decisions.length - 1)];
    leaving.current = null;
    if (following === undefined) document.querySelector<HTMLElement>('#main')?.focus({ preventScroll: true });
    else setNext({ key: keyOfDecision(following) });
  }, [decisions]);

  if (decisions === undefined || decisions.length === 0) return null;

  async function chosen(decision: Decision, index: number, value: Json): Promise<void> {
    leaving.current = { place: index, key: keyOfDecision(decision) };
    const result = await run(session, () => ok(decided(decision, value)), null);
    if (result.ok) {
      unfinished.delete(keyOfDecision(decision));
      return;
    }
    leaving.current = null;
    noticeShown('The decision could not be saved: this laptop is out of room.', 'red');
  }

  return (
    <Panel title="Decisions to make" count={countOf(decisions.length, 'decision')}>
      <LongList
        label="Decisions to make"
        keys={decisions.map(keyOfDecision)}
        usualHeight={12}
        wanted={wanted}
        onCome={askedDecisionTaken}
        drawItem={(index) => {
          const decision = decisions[index];
          if (decision === undefined) return null;
          return (
            <DecisionView
              decision={decision}
              unfinished={unfinished}
              onChosen={(value) => void chosen(decision, index, value)}
            />
          );
        }}
      />
    </Panel>
  );
}
