/** Finding words in the whole document: page after page in the background, from the one being read onwards. */
import { useEffect, useRef, useState } from 'react';
import { findAll } from './find-text.ts';
import type { OpenedPdf } from './open-pdf.ts';
import { readPageText } from './page-text.ts';

export interface Match {
  /** Counted from 1. */
  readonly page: number;
  /** Which of those on its page, counted from 0. */
  readonly nth: number;
}

export interface Find {
  /** What is looked for; empty while the search is not open. */
  readonly query: string;
  readonly matches: ReadonlyArray<Match>;
  /** Whether there are pages still to be read. */
  readonly searching: boolean;
  readonly current: Match | null;
  /** Its place in `matches`, counted from 1. */
  readonly place: number;
  readonly ask: (query: string) => void;
  readonly step: (by: 1 | -1) => void;
}

/** In milliseconds: while typing, only what stands for a moment is looked for. */
const pause = 150;
/** In milliseconds: how often what was found so far is shown. */
const showEvery = 200;

export function useFind(pdf: OpenedPdf, page: number, onFound: (match: Match) => void): Find {
  const [query, setQuery] = useState('');
  const [matches, setMatches] = useState<ReadonlyArray<Match>>([]);
  const [searching, setSearching] = useState(false);
  const [current, setCurrent] = useState<Match | null>(null);
  const texts = useRef(new Map<number, string>());
  const search = useRef(new AbortController());
  /** All found so far by page, in the order searched; and how many steps beyond the last were asked for meanwhile. */
  const reached = useRef({ found: new Map<number, ReadonlyArray<Match>>(), stepsAhead: 0 });

  useEffect(() => () => search.current.abort(), []);

  async function readAll(wanted: string, signal: AbortSignal): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, pause));
    const { found } = reached.current;
    let first: Match | null = null;
    let shown = moment();
    const show = (): void => setMatches(inPageOrder(found));
    for (let offset = 0; offset < pdf.pageCount && !signal.aborted; offset += 1) {
      const at = ((page - 1 + offset) % pdf.pageCount) + 1;
      const text = texts.current.get(at) ?? (await readPageText(pdf, at).catch(() => ''));
      texts.current.set(at, text);
      if (signal.aborted) return;
      const those = findAll(text, wanted).map((_, nth): Match => ({ page: at, nth }));
      if (those.length > 0) found.set(at, those);
      if (first === null && those[0] !== undefined) {
        first = those[0];
        show();
        setCurrent(first);
        onFound(first);
      } else if (those.length > 0) {
        goAhead(those, show);
      }
      if (moment() - shown > showEvery) {
        show();
        shown = moment();
      }
    }
    if (signal.aborted) return;
    show();
    setSearching(false);
  }

  /** Takes the steps that were asked for before there was anything to step to. */
  function goAhead(those: ReadonlyArray<Match>, show: () => void): void {
    const { stepsAhead } = reached.current;
    const next = those[Math.min(stepsAhead, those.length) - 1];
    if (next === undefined) return;
    reached.current.stepsAhead = Math.max(0, stepsAhead - those.length);
    show();
    setCurrent(next);
    onFound(next);
  }

  function ask(wanted: string): void {
    search.current.abort();
    reached.current = { found: new Map(), stepsAhead: 0 };
    search.current = new AbortController();
    setQuery(wanted);
    setMatches([]);
    setCurrent(null);
    const isEmpty = wanted.trim() === '';
    setSearching(!isEmpty);
    if (!isEmpty) void readAll(wanted, search.current.signal);
  }

  const place = current === null ? 0 : matches.findIndex((match) => isSame(match, current)) + 1;

  function step(by: 1 | -1): void {
    const { found } = reached.current;
    const last = [...found.values()].at(-1)?.at(-1);
    if (by === 1 && searching && current !== null && last !== undefined && isSame(current, last)) {
      reached.current.stepsAhead += 1;
      return;
    }
    // More may have been found than is shown yet.
    const known = inPageOrder(found);
    const at = current === null ? -1 : known.findIndex((match) => isSame(match, current));
    const next = known[(at + by + known.length) % known.length];
    if (next === undefined) return;
    setCurrent(next);
    onFound(next);
  }

  return { query, matches, searching, current, place, ask, step };
}

function moment(): number {
  return performance.now();
}

function inPageOrder(found: ReadonlyMap<number, ReadonlyArray<Match>>): ReadonlyArray<Match> {
  return [...found.entries()].sort(([a], [b]) => a - b).flatMap(([, those]) => those);
}

function isSame(one: Match, other: Match): boolean {
  return one.page === other.page && one.nth === other.nth;
}
