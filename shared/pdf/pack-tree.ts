/** The one structure tree over all parts of a pack: Document, a Part for each paper, the paper's own tree beneath. */
import type { CopyContext, TagShift } from './copy-rule.ts';
import type { PdfDocument } from './document.ts';
import { isArray, isDict, Name, nameOf, Placed, type PdfArray, type PdfDict, type PdfValue } from './objects.ts';
import { latin1String, stringBytes, textString } from './strings.ts';
import { structureRoot } from './structure.ts';
import { nameTree, numberTree } from './trees.ts';

const entriesPerLeaf = 128;

export interface TreeWriter {
  allocate(): number;
  write(number: number, value: PdfValue): void;
}

interface Leaf {
  readonly low: PdfValue;
  readonly high: PdfValue;
  readonly place: Placed;
}

export class PackTree {
  private readonly writer: TreeWriter;
  private readonly root: Placed;
  private readonly document: Placed;
  private readonly parts: Placed[] = [];
  private readonly parentLeaves: Leaf[] = [];
  private readonly idLeaves: Leaf[] = [];
  private readonly roles = new Map<string, string>();
  private readonly classes: PdfDict = new Map();
  private readonly namespaces: Placed[] = [];
  private nextKey = 0;

  constructor(writer: TreeWriter) {
    this.writer = writer;
    this.root = new Placed(writer.allocate());
    this.document = new Placed(writer.allocate());
  }

  /** How the part's tags are to be shifted. Roles that mean something else in an earlier part get a name of their own. */
  shiftFor(source: PdfDocument, partIndex: number): TagShift {
    const root = structureRoot(source);
    // of equal length, so that identifiers stay in order from part to part
    const prefix = `p${String(partIndex + 1).padStart(4, '0')}-`;
    const renamed = new Map<string, Name>();
    for (const [role, held] of source.dict(root?.get('RoleMap')) ?? []) {
      const meaning = source.resolve(held);
      if (!(meaning instanceof Name)) continue;
      const known = this.roles.get(role);
      if (known === undefined) this.roles.set(role, meaning.text);
      else if (known !== meaning.text) {
        renamed.set(role, new Name(prefix + role));
        this.roles.set(prefix + role, meaning.text);
      }
    }
    return { tagged: root !== null, offset: this.nextKey, highest: this.nextKey - 1, prefix, roles: renamed };
  }

  /** Adds the Part element of a part, `place` allocated before so that elements could name it as their parent. */
  addPart(copy: CopyContext, place: Placed, kids: PdfArray, language: string): void {
    const element: PdfDict = new Map<string, PdfValue>([
      ['Type', nameOf('StructElem')],
      ['S', nameOf('Part')],
      ['P', this.document],
      ['T', textString(copy.part.title)],
      ['K', kids],
    ]);
    const own = copy.source.resolve(copy.source.catalogue.get('Lang'));
    const ownLanguage = stringBytes(own);
    if (ownLanguage !== null && ownLanguage !== '' && ownLanguage !== language) element.set('Lang', own);
    this.parts.push(place);
    this.writer.write(place.number, element);
    this.nextKey = copy.tags.highest + 1;
  }

  /** The source's parent tree, keys shifted; to be called when its elements have their places. */
  copyParentTree(copy: CopyContext): void {
    const entries: Array<readonly [number, PdfValue]> = [];
    for (const [key, value] of numberTree(copy.source, structureRoot(copy.source)?.get('ParentTree'))) {
      const elements = copy.source.resolve(value);
      if (!isArray(elements) && !isDict(elements)) continue;
      entries.push([key + copy.tags.offset, isArray(elements) ? elements : value]);
      copy.tags.highest = Math.max(copy.tags.highest, key + copy.tags.offset);
    }
    this.addParentEntries(copy, entries);
  }

  addParentEntries(copy: CopyContext, entries: ReadonlyArray<readonly [number, PdfValue]>): void {
    addLeaves(
      copy,
      this.parentLeaves,
      'Nums',
      entries.toSorted(([first], [second]) => first - second),
    );
  }

  copyIdentifiers(copy: CopyContext): void {
    const ids: Array<readonly [string, PdfValue]> = [];
    for (const [id, element] of nameTree(copy.source, structureRoot(copy.source)?.get('IDTree'))) {
      if (copy.source.dict(element) !== null) ids.push([copy.tags.prefix + id, element]);
    }
    ids.sort(([first], [second]) => (first < second ? -1 : first > second ? 1 : 0));
    const entries = ids.map(([id, element]) => [latin1String(id), element] as const);
    addLeaves(copy, this.idLeaves, 'Names', entries);
  }

  copyClasses(copy: CopyContext): void {
    const root = structureRoot(copy.source);
    for (const [name, attributes] of copy.source.dict(root?.get('ClassMap')) ?? []) {
      this.classes.set(copy.tags.prefix + name, copy.create(copy.source.resolve(attributes)));
    }
    const namespaces = copy.source.resolve(root?.get('Namespaces'));
    if (!isArray(namespaces)) return;
    for (const namespace of namespaces.slice(0, 1000)) {
      const place = copy.placeOf(namespace);
      if (place !== null) this.namespaces.push(place);
    }
  }

  /** Writes the tree's top; gives its place for the catalogue. */
  finish(): Placed {
    this.writer.write(
      this.document.number,
      new Map<string, PdfValue>([
        ['Type', nameOf('StructElem')],
        ['S', nameOf('Document')],
        ['P', this.root],
        ['K', this.parts],
      ]),
    );
    const root: PdfDict = new Map<string, PdfValue>([
      ['Type', nameOf('StructTreeRoot')],
      ['K', this.document],
      ['ParentTree', this.branch(this.parentLeaves)],
      ['ParentTreeNextKey', this.nextKey],
    ]);
    if (this.idLeaves.length > 0) root.set('IDTree', this.branch(this.idLeaves));
    if (this.roles.size > 0) root.set('RoleMap', new Map([...this.roles].map(([role, to]) => [role, new Name(to)])));
    if (this.classes.size > 0) root.set('ClassMap', this.classes);
    if (this.namespaces.length > 0) root.set('Namespaces', this.namespaces);
    this.writer.write(this.root.number, root);
    return this.root;
  }

  private branch(leaves: ReadonlyArray<Leaf>): Placed {
    const place = new Placed(this.writer.allocate());
    const kids = leaves.map((leaf) => leaf.place);
    this.writer.write(place.number, new Map<string, PdfValue>([[kids.length > 0 ? 'Kids' : 'Nums', kids]]));
    return place;
  }
}

function addLeaves(
  copy: CopyContext,
  leaves: Leaf[],
  key: 'Nums' | 'Names',
  entries: ReadonlyArray<readonly [PdfValue, PdfValue]>,
): void {
  for (let at = 0; at < entries.length; at += entriesPerLeaf) {
    const held = entries.slice(at, at + entriesPerLeaf);
    const low = held[0]?.[0] ?? null;
    const high = held.at(-1)?.[0] ?? null;
    const leaf = new Map<string, PdfValue>([
      ['Limits', [low, high]],
      [key, held.flat()],
    ]);
    leaves.push({ low, high, place: copy.create(leaf) });
  }
}
