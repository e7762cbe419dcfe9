/** An object stream: many objects packed into one stream (PDF 32000-1, 7.5.7). */
import { Lexer } from './lexer.ts';
import { numberOf, type PdfStream, type PdfValue } from './objects.ts';

export class ObjectStream {
  readonly numbers: ReadonlyArray<number>;
  readonly size: number;
  private readonly bytes: Uint8Array;
  private readonly offsets: ReadonlyArray<number>;
  private readonly first: number;

  constructor(stream: PdfStream, content: Uint8Array, resolve: (value: PdfValue | undefined) => PdfValue) {
    this.bytes = content;
    this.size = content.length;
    const first = numberOf(resolve(stream.dict.get('First')));
    this.first = first >= 0 ? Math.floor(first) : 0;
    const said = numberOf(resolve(stream.dict.get('N')));
    const numbers: number[] = [];
    const offsets: number[] = [];
    const lexer = new Lexer(content, 0, this.first);
    // two numbers and two spaces are the least an object takes in the header
    const most = Math.min(said >= 0 ? said : 0, content.length / 4 + 1);
    while (numbers.length < most) {
      const number = lexer.next();
      const offset = lexer.next();
      if (typeof number !== 'number' || typeof offset !== 'number' || offset < 0) break;
      numbers.push(number);
      offsets.push(offset);
    }
    this.numbers = numbers;
    this.offsets = offsets;
  }

  /** The object of that number; `place` is where the index says it stands, and is not trusted. */
  object(number: number, place: number): PdfValue {
    const at = this.numbers[place] === number ? place : this.numbers.indexOf(number);
    const offset = this.offsets[at];
    return offset === undefined ? null : new Lexer(this.bytes, this.first + offset).value();
  }
}
