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

  useEffect(() => () => search.current.abort(), []);

  async function readAll(wanted: string, signal: AbortSignal): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, pause));
    const found = new Map<number, ReadonlyArray<Match>>();
    let first: Match | null = null;
    let shown = performance.now();
    const show = (): void => setMatches([...found.entries()].sort(([a], [b]) => a - b).flatMap(([, those]) => those));
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
      }
      if (performance.now() - shown > showEvery) {
        show();
        shown = performance.now();
      }
    }
    if (signal.aborted) return;
    show();
    setSearching(false);
  }

  function ask(wanted: string): void {
    search.current.abort();
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
    const next = matches[(place - 1 + by + matches.length) % matches.length];
    if (next === undefined) return;
    setCurrent(next);
    onFound(next);
  }

  return { query, matches, searching, current, place, ask, step };
}

function isSame(one: Match, other: Match): boolean {
  return one.page === other.page && one.nth === other.nth;
}
