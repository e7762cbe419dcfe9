import { Image } from 'lucide-react';
import type { ReactElement } from 'react';
import { mappedCell } from '#shared/domain/rating/position.ts';
import { exemptIdsOf, inEdition, type ReportEdition } from '#shared/domain/risk-report/report-html.ts';
import { matrixSvg } from '#shared/domain/risk-report/matrix-svg.ts';
import type { Snapshot } from '#shared/domain/risk-reviews/snapshot.ts';
import { useHost } from '#renderer/host/host-context.ts';
import { saveBlob, saveFailureInWords } from '#renderer/host/save-blob.ts';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { MenuButton } from '#renderer/ui/menu-button.tsx';

export interface PictureButtonProps {
  readonly snapshot: Snapshot;
  readonly previous: Snapshot | null;
  readonly edition: ReportEdition;
  /** Of the register. */
  readonly name: string;
}

/** For slides: twice the size at which it is drawn. */
const scale = 2;

/** The matrix as a picture of its own. */
export function PictureButton({ snapshot, previous, edition, name }: PictureButtonProps): ReactElement {
  const host = useHost();

  async function saved(format: 'svg' | 'png'): Promise<void> {
    const svg = drawn(snapshot, previous, edition);
    const file = format === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await pngOf(svg);
    const done = await saveBlob(host, file, {
      suggestedName: `${name}, matrix.${format}`,
      format: format === 'svg' ? 'drawing' : 'picture',
    });
    if (done.type === 'saved') noticeShown(`Saved “${done.name}”.`);
    else if (done.type === 'failed') noticeShown(saveFailureInWords(done.because), 'red');
  }

  return (
    <MenuButton
      label="Save the matrix"
      icon={Image}
      sections={[
        {
          items: [
            { id: 'png', label: 'As a picture for slides (.png)', onChoose: () => void saved('png') },
            { id: 'svg', label: 'As a drawing (.svg)', onChoose: () => void saved('svg') },
          ],
        },
      ]}
    />
  );
}

function drawn(snapshot: Snapshot, previous: Snapshot | null, edition: ReportEdition): string {
  const exempt = exemptIdsOf([snapshot, previous]);
  const { scheme, risks } = inEdition(snapshot, edition, exempt);
  const was = new Map(
    (previous === null ? [] : inEdition(previous, edition, exempt).risks).map((risk) => [risk.id, risk]),
  );
  return matrixSvg({
    scheme,
    risks,
    before: ({ id }) => {
      const cell = was.get(id)?.current ?? null;
      if (cell === null || previous === null) return null;
      if (previous.scheme.id === scheme.id) return { likelihood: cell.likelihood, impact: cell.impact };
      return scheme.mapping?.from === previous.scheme.id ? mappedCell(scheme.mapping.cells, cell) : null;
    },
  });
}

async function pngOf(svg: string): Promise<Blob> {
  const picture = new window.Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = picture.naturalWidth * scale;
  canvas.height = picture.naturalHeight * scale;
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('The picture could not be drawn')) : resolve(blob)),
      'image/png',
    );
  });
}
