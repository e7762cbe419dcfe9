/** Finding and adding the template's sections in an open text. */
import type { Editor } from '@tiptap/core';
import { isHeadingOf, reportTemplate, type TemplateSection } from '#shared/domain/papers/report-template.ts';

interface PlacedHeading {
  /** Where the heading begins. */
  readonly at: number;
  readonly section: string | null;
  readonly heading: string;
}

/** The headings of the text in order; those inside tables are no headings of the paper. */
function headingsOf(editor: Editor): ReadonlyArray<PlacedHeading> {
  const found: PlacedHeading[] = [];
  editor.state.doc.forEach((node, at) => {
    if (node.type.name !== 'heading') return;
    const section: unknown = node.attrs['section'];
    found.push({ at, section: typeof section === 'string' ? section : null, heading: node.textContent });
  });
  return found;
}

/** Brings the nth heading into view, the caret at its end. */
export function goToHeading(editor: Editor, index: number): void {
  const found = headingsOf(editor)[index];
  if (found !== undefined) caretTo(editor, found.at + 1 + found.heading.length);
}

/** Puts the caret where a section is to be written: after its heading. */
export function goToSection(editor: Editor, section: TemplateSection): void {
  const found = headingsOf(editor).find((heading) => isHeadingOf(heading, section));
  if (found === undefined) return;
  const heading = editor.state.doc.nodeAt(found.at);
  if (heading !== null) caretTo(editor, found.at + heading.nodeSize + 1);
}

/** Brings the nth block of the text into view, the caret at its end; a picture is chosen, so that Enter describes it. */
export function goToBlock(editor: Editor, index: number): void {
  let at = 0;
  let nth = 0;
  let isPicture = false;
  editor.state.doc.forEach((node, offset) => {
    if (nth++ !== index) return;
    isPicture = node.type.name === 'image';
    at = isPicture ? offset : offset + Math.max(1, node.nodeSize - 1);
  });
  if (!isPicture) return caretTo(editor, at);
  editor.chain().setNodeSelection(at).scrollIntoView().run();
  editor.view.focus();
}

/** The text has the focus when this returns: the editor's own command gives it a frame later, and keys are lost till then. */
function caretTo(editor: Editor, position: number): void {
  const last = editor.state.doc.content.size;
  editor.chain().setTextSelection(Math.min(position, last)).scrollIntoView().run();
  editor.view.focus();
}

/** Adds a section with its heading, before the next that the text has in the template's order, and goes there. */
export function addSection(editor: Editor, section: TemplateSection): void {
  const { sections } = reportTemplate;
  const later = sections.slice(sections.indexOf(section) + 1);
  const headings = headingsOf(editor);
  const next = headings.find((heading) => later.some((candidate) => isHeadingOf(heading, candidate)));
  const at = next?.at ?? editor.state.doc.content.size;
  editor.commands.insertContentAt(at, [
    {
      type: 'heading',
      attrs: { level: section.level, section: section.id },
      content: [{ type: 'text', text: section.heading }],
    },
    { type: 'paragraph' },
  ]);
  goToSection(editor, section);
}
