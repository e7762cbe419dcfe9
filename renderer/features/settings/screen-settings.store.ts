/**
 * How this screen looks: text size and typeface. Kept by this browser or app for whoever sits here, not in the workspace,
 * and shown as attributes of the page that the tokens read.
 */
import { create } from 'zustand';
import { objectOf, oneOf } from '#shared/kernel/decode.ts';
import { keepChoice, readChoice } from '#renderer/data/laptop.ts';
import { isStorageFull } from '#renderer/data/run.ts';

export const textSizes = ['100', '125', '150', '200'] as const;
export type TextSize = (typeof textSizes)[number];

export const typefaces = ['source', 'atkinson'] as const;
export type Typeface = (typeof typefaces)[number];

interface ScreenSettings {
  readonly textSize: TextSize;
  readonly typeface: Typeface;
}

const aScreenSettings = objectOf({ textSize: oneOf(textSizes), typeface: oneOf(typefaces) });

const useStore = create<ScreenSettings>()(() => ({ textSize: '100', typeface: 'source' }));

export const useScreenSettings = (): ScreenSettings => useStore();

/** Shows the page as was chosen on this laptop. To be waited for before anything is drawn. */
export async function showScreenSettings(): Promise<void> {
  const decoded = aScreenSettings(await readChoice('screen'));
  if (decoded.ok) useStore.setState(decoded.value);
  apply();
}

function apply(): void {
  const { textSize, typeface } = useStore.getState();
  document.documentElement.dataset['textSize'] = textSize;
  document.documentElement.dataset['typeface'] = typeface;
}

function changed(settings: Partial<ScreenSettings>): void {
  useStore.setState(settings);
  apply();
  keepChoice('screen', useStore.getState()).catch((fault: unknown) => {
    // Without room it looks as chosen until the window is closed: nobody's work depends on it.
    if (!isStorageFull(fault)) throw fault;
  });
}

export function textSizeChosen(textSize: TextSize): void {
  changed({ textSize });
}

export function typefaceChosen(typeface: Typeface): void {
  changed({ typeface });
}
