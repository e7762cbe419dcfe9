/** Reads what is pasted into the text, once its markup has become nodes: Word's lists and Excel's headers are put right first. */
import { Extension } from '@tiptap/core';
import { DOMParser, type Slice } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { headersFromExcel, listsFromWord } from './pasted-markup.ts';

class PasteReader extends DOMParser {
  override parseSlice(dom: Node, options?: Parameters<DOMParser['parseSlice']>[1]): Slice {
    if (dom instanceof Element || dom instanceof DocumentFragment) {
      listsFromWord(dom);
      headersFromExcel(dom);
    }
    return super.parseSlice(dom, options);
  }
}

export const PasteReading = Extension.create({
  name: 'pasteReading',
  addProseMirrorPlugins() {
    const { schema } = this.editor;
    return [new Plugin({ props: { clipboardParser: new PasteReader(schema, DOMParser.fromSchema(schema).rules) } })];
  },
});
