import { useEffect, useRef, useState } from 'react';
import { useSession } from '#renderer/data/session-context.tsx';

/** Milliseconds on a page after which it counts as where one is. */
const pause = 400;

export interface ReadingPlaceKept {
  /** Where it was left; `undefined` until that is known. */
  readonly page: number | undefined;
  turnedTo(page: number): void;
}

/** Remembers on this laptop where somebody left off. @param key names the version that is read */
export function useReadingPlace(key: string): ReadingPlaceKept {
  const { database } = useSession();
  const [found, setFound] = useState<{ readonly key: string; readonly page: number } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    let isWanted = true;
    void database.readingPlaces.get(key).then((place) => {
      if (isWanted) setFound({ key, page: place?.page ?? 1 });
    });
    return () => {
      isWanted = false;
      clearTimeout(timer.current);
    };
  }, [database, key]);
  return {
    page: found?.key === key ? found.page : undefined,
    turnedTo: (page) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        // A full disk must not stop anybody from reading.
        database.readingPlaces.put({ key, page }).catch(() => undefined);
      }, pause);
    },
  };
}
