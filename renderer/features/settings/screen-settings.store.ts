/**
 * How this screen looks: text size and typeface. Kept by this browser or app for whoever sits here, not in the workspace,
 * and shown as attributes of the page that the tokens read.
 */
import { create } from 'zustand';
import { objectOf, oneOf } from '#shared/kernel/decode.ts';

export const textSizes = ['100', '125', '150', '200'] as const;
export type TextSize = (typeof textSizes)[number];

export const typefaces = ['source', 'atkinson'] as const;
export type Typeface = (typeof typefaces)[number];

interface ScreenSettings {
  readonly textSize: TextSize;
  readonly typeface: Typeface;
}

const keptUnder = 'packhorse.screen';
const aScreenSettings = objectOf({ textSize: oneOf(textSizes), typeface: oneOf(typefaces) });

function readKept(): ScreenSettings {
  const usual: ScreenSettings = { textSize: '100', typeface: 'source' };
  const text = localStorage.getItem(keptUnder);
  if (text === null) return usual;
  try {
    const decoded = aScreenSettings(JSON.parse(text));
    return decoded.ok ? decoded.value : usual;
  } catch (fault) {
    if (fault instanceof SyntaxError) return usual;
    throw fault;
  }
}

const useStore = create<ScreenSettings>()(readKept);

export const useScreenSettings = (): ScreenSettings => useStore();

/** Shows the page as these settings say. To be called once before anything is drawn. */
export function applyScreenSettings(): void {
  const { textSize, typeface } = useStore.getState();
  document.documentElement.dataset['textSize'] = textSize;
  document.documentElement.dataset['typeface'] = typeface;
}

function changed(settings: Partial<ScreenSettings>): void {
  useStore.setState(settings);
  localStorage.setItem(keptUnder, JSON.stringify(useStore.getState()));
  applyScreenSettings();
}

export function textSizeChosen(textSize: TextSize): void {
  changed({ textSize });
}

export function typefaceChosen(typeface: Typeface): void {
  changed({ typeface });
}
