import { useEffect, useState, type ReactElement } from 'react';
import { Loading } from '#renderer/ui/loading.tsx';

/** Opening takes a moment; only what takes longer is worth words. */
const worthWords = 1200;

/** Stands while the workspace is opened; says so when that takes long, as after an upgrade that works the tables out anew. */
export function OpeningPage(): ReactElement | null {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const later = setTimeout(() => setLong(true), worthWords);
    return () => clearTimeout(later);
  }, []);
  if (!isLong) return null;
  return (
    <main>
      <h1 className="vh">Packhorse</h1>
      <Loading label="Getting your workspace ready. After an upgrade this takes a little longer, once." />
    </main>
  );
}
