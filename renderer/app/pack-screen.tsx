import { useMemo, useState, type ReactElement, type ReactNode } from 'react';
import { BeforeIssuePage } from '#renderer/features/packs/before-issue-page.tsx';
import { IssuedPage } from '#renderer/features/packs/issued-page.tsx';
import { PackPage, type ShownPack } from '#renderer/features/packs/pack-page.tsx';
import { MakePaperSmaller } from '#renderer/features/papers/make-smaller-button.tsx';
import { makePdfWorker } from '#renderer/host/pdf-worker.ts';
import { PrintDialog } from '#renderer/ui/pdf/print-dialog.tsx';
import { ReadPages } from './read-pages.tsx';

export interface PackScreenProps {
  readonly meetingId: string;
}

/** A meeting's pack with the viewer in it. */
export function PackScreen({ meetingId }: PackScreenProps): ReactElement {
  return (
    <WithPrinting>{(onPrint) => <PackPage meetingId={meetingId} viewerOf={viewerOf} onPrint={onPrint} />}</WithPrinting>
  );
}

export interface BeforeIssueScreenProps extends PackScreenProps {
  readonly edition: 'public' | 'restricted';
}

/** The check before a pack is issued, with the way to smaller files. */
export function BeforeIssueScreen({ meetingId, edition }: BeforeIssueScreenProps): ReactElement {
  return (
    <BeforeIssuePage
      meetingId={meetingId}
      edition={edition}
      makeSmaller={(paperId) => <MakePaperSmaller paperId={paperId} />}
    />
  );
}

export interface IssuedScreenProps {
  readonly id: string;
}

/** A pack as it was issued, with the viewer in it. */
export function IssuedScreen({ id }: IssuedScreenProps): ReactElement {
  return <WithPrinting>{(onPrint) => <IssuedPage id={id} viewerOf={viewerOf} onPrint={onPrint} />}</WithPrinting>;
}

function viewerOf(shown: ShownPack): ReactNode {
  return <ReadPack key={shown.title} shown={shown} />;
}

/** Pages of a pack, with notes anchored to the papers they belong to. */
function ReadPack({
  shown: { file, title, parts, first, prefix, subject },
}: {
  readonly shown: ShownPack;
}): ReactElement {
  const readParts = useMemo(
    () =>
      parts.map((part) => ({
        subject: part.paperId ?? `${subject} ${part.id}`,
        says: part.says,
        first: part.first - first + 1,
        pages: part.pages,
      })),
    [parts, first, subject],
  );
  return (
    <ReadPages
      placeKey={`${subject} ${title}`}
      file={file}
      title={title}
      parts={readParts}
      labelOf={(page) => `${prefix}${first + page - 1}`}
    />
  );
}

interface WithPrintingProps {
  readonly children: (onPrint: (shown: ShownPack) => void) => ReactNode;
}

function WithPrinting({ children }: WithPrintingProps): ReactElement {
  const [printing, setPrinting] = useState<ShownPack | null>(null);
  return (
    <>
      {children(setPrinting)}
      {printing !== null && (
        <PrintDialog
          open
          file={printing.file}
          title={printing.title}
          runs={printing.parts.map(({ role, itemNumber, title, first, pages }) => ({
            label: role === 'paper' ? `${itemNumber} ${title}` : title,
            from: first - printing.first + 1,
            to: first - printing.first + pages,
          }))}
          makeWorker={makePdfWorker}
          onClose={() => setPrinting(null)}
        />
      )}
    </>
  );
}
