/** Where the officer was, so that the app opens there again after a restart or a crash. */
import { useEffect } from 'react';

const key = 'packhorse.place';

/** Goes back to where the officer was, when the window opened without saying where. */
export function returnToLastPlace(): void {
  const last = localStorage.getItem(key);
  if (location.hash === '' && last !== null && last.startsWith('#/')) location.replace(last);
}

export function forgetLastPlace(): void {
  localStorage.removeItem(key);
}

export function useLastPlace(): void {
  useEffect(() => {
    const keep = (): void => localStorage.setItem(key, location.hash);
    window.addEventListener('hashchange', keep);
    return () => window.removeEventListener('hashchange', keep);
  }, []);
}
