/** What there is to say of a version's file, on the paper's page. */
import type { FileContents, OriginalFile, PaperVersion } from '#shared/domain/papers/paper-version.ts';
import type { Definition } from '#renderer/ui/definition-list.tsx';
import { Status } from '#renderer/ui/status.tsx';
import { accessInWords, countOf, sizeInWords } from './paper-words.ts';
import { SaveOriginal } from './save-original.tsx';

export function factsOf({
  fileName,
  size,
  facts,
  contents,
  original,
  picture,
}: PaperVersion): ReadonlyArray<Definition> {
  const name = { term: 'File', detail: `${fileName}, ${sizeInWords(size)}` };
  if (facts === null) return [name];
  const items: Definition[] = [
    { term: 'Pages', detail: countOf(facts.pages, 'page') },
    {
      term: 'For screen readers',
      detail: <Status tone={facts.access === 'tagged' ? 'green' : 'amber'}>{accessInWords(facts.access)}</Status>,
    },
    name,
  ];
  if (facts.repaired) {
    items.push({ term: 'Condition', detail: 'Damaged, and repaired as far as its pages go. Look through them.' });
  }
  const losses = contents === null ? [] : lossesOf(contents);
  if (losses.length > 0) items.push({ term: 'Not in a pack', detail: losses.join('. ') });
  if (original !== null) {
    items.push({
      term: 'Original',
      detail: (
        <>
          {originalInWords(original)} <SaveOriginal original={original} fileName={fileName} />
        </>
      ),
    });
  }
  if (picture !== null) items.push({ term: 'Picture described as', detail: picture.description });
  return items;
}

function lossesOf(contents: FileContents): string[] {
  const losses: string[] = [];
  const counted = (count: number, one: string, many?: string): void => {
    if (count > 0) losses.push(countOf(count, one, many));
  };
  counted(contents.scripts, 'script');
  counted(contents.launchActions, 'action that starts a program', 'actions that start a program');
  counted(contents.embeddedFiles, 'embedded file');
  if (contents.signatures > 0) losses.push('The signature: it is shown, but no longer proves anything');
  if (contents.xfaForms > 0) losses.push('What its Adobe form (XFA) does not draw on the pages');
  if (contents.fields > 0) losses.push('Filling in the form: what was filled in stays');
  return losses;
}

function originalInWords({ copied, size }: OriginalFile): string {
  switch (copied) {
    case 'repaired':
      return `Kept as it came (${sizeInWords(size)}); this is a repaired copy.`;
    case 'unlocked':
      return `Kept as it came, locked (${sizeInWords(size)}); this is a copy without the lock.`;
    case 'smaller':
      return `Kept as it came (${sizeInWords(size)}); this is a smaller copy.`;
  }
}
