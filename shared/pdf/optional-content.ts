/** Layers that can be shown and hidden (PDF 32000-1, 8.11): each file's are carried over as that file showed them. */
import type { CopyContext } from './copy-rule.ts';
import { isArray, isName, nameOf, Ref, type PdfDict, type PdfValue, type Placed } from './objects.ts';

const mostLayers = 10_000;

export interface Layers {
  readonly all: Placed[];
  readonly off: Placed[];
  /** When printing or zooming switches which layers by itself. */
  readonly usage: Placed[];
  /** Sets of layers of which one at most is shown. */
  readonly choices: Placed[];
}

export function noLayers(): Layers {
  return { all: [], off: [], usage: [], choices: [] };
}

export function gatherLayers(copy: CopyContext, layers: Layers): void {
  const { source } = copy;
  const properties = source.dict(source.catalogue.get('OCProperties'));
  if (properties === null) return;
  const standing = source.dict(properties.get('D')) ?? new Map<string, PdfValue>();
  const refsIn = (value: PdfValue | undefined): Ref[] => {
    const list = source.resolve(value);
    return isArray(list) ? list.filter((item) => item instanceof Ref).slice(0, mostLayers) : [];
  };
  const on = new Set(refsIn(standing.get('ON')).map((ref) => ref.number));
  const off = new Set(refsIn(standing.get('OFF')).map((ref) => ref.number));
  const allOff = isName(source.resolve(standing.get('BaseState')), 'OFF');
  for (const layer of refsIn(properties.get('OCGs'))) {
    const place = copy.place(layer);
    if (place === null) continue;
    layers.all.push(place);
    if (allOff ? !on.has(layer.number) : off.has(layer.number)) layers.off.push(place);
  }
  const usage = source.resolve(standing.get('AS'));
  if (isArray(usage)) for (const item of usage.slice(0, 100)) layers.usage.push(copy.create(source.resolve(item)));
  const choices = source.resolve(standing.get('RBGroups'));
  if (isArray(choices))
    for (const item of choices.slice(0, 100)) layers.choices.push(copy.create(source.resolve(item)));
}

/** The catalogue's /OCProperties; null where no part has layers. */
export function layersEntry(layers: Layers): PdfDict | null {
  if (layers.all.length === 0) return null;
  const standing: PdfDict = new Map<string, PdfValue>([
    ['Order', layers.all],
    ['OFF', layers.off],
    ['ListMode', nameOf('AllPages')],
  ]);
  if (layers.usage.length > 0) standing.set('AS', layers.usage);
  if (layers.choices.length > 0) standing.set('RBGroups', layers.choices);
  return new Map<string, PdfValue>([
    ['OCGs', layers.all],
    ['D', standing],
  ]);
}
