import { render, screen } from '@testing-library/react';
import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { StarterKit } from '@tiptap/starter-kit';
import { expect, test } from 'vitest';
import { SessionProvider } from '#renderer/data/session-context.tsx';
import { CommentsPanel } from '#renderer/features/papers/review/comments-panel.tsx';
import { KitProvider } from '#renderer/ui/kit-provider.tsx';
import { emptyText, textRoot } from '#shared/changes/text.ts';
import { addComment } from '#shared/domain/papers/paper-comments.ts';
import { testSession } from '#tests/support/workspace.ts';

const buttons = [
  'Answer the comment on “40,000”',
  'Resolve the comment on “40,000”',
  'More for the comment on “40,000”',
];

async function shown(isFixed: boolean): Promise<void> {
  const session = await testSession();
  const text = emptyText();
  addComment(text, { id: 'c', by: 'Ada Fell', at: 0, words: 'With tax?', quote: '40,000', from: null, to: null });
  const collaboration = Collaboration.configure({ document: text, field: textRoot });
  const editor = new Editor({ extensions: [StarterKit.configure({ undoRedo: false }), collaboration] });
  render(
    <KitProvider>
      <SessionProvider value={session}>
        <CommentsPanel editor={editor} text={text} isFixed={isFixed} />
      </SessionProvider>
    </KitProvider>,
  );
  await screen.findByText('With tax?');
}

test('comments are answered and resolved while a paper may be changed', async () => {
  await shown(false);
  for (const name of buttons) expect(screen.getByRole('button', { name })).toBeDefined();
});

test('comments on an issued paper are read, and offer nothing that could not be kept', async () => {
  await shown(true);
  expect(screen.queryAllByRole('button')).toEqual([]);
});
