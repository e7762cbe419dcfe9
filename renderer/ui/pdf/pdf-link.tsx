import { useEffect, useState, type ReactElement } from 'react';
import { pageOf } from './destinations.ts';
import type { PageLink } from './draw-page.ts';
import type { OpenedPdf } from './open-pdf.ts';
import { labelOf } from './page-labels.ts';
import styles from './pdf-page.module.css';

export interface PdfLinkProps {
  readonly link: PageLink;
  readonly pdf: OpenedPdf;
  readonly onFollow: () => void;
}

/** A link on a page, where the page has it. It says where it leads. */
export function PdfLink({ link, pdf, onFollow }: PdfLinkProps): ReactElement {
  const [page, setPage] = useState<number | null>(null);
  const { target } = link;
  useEffect(() => {
    if (target.type === 'outside') return;
    let left = false;
    void pageOf(pdf.document, target.destination).then((found) => {
      if (!left) setPage(found);
    });
    return () => {
      left = true;
    };
  }, [pdf, target]);
  const words =
    target.type === 'outside'
      ? `Link to ${target.address}`
      : page === null
        ? 'Link within this document'
        : `Go to page ${labelOf(pdf.labels, page)}`;
  return (
    <button
      type="button"
      role="link"
      className={styles['link']}
      aria-label={words}
      title={words}
      style={{
        left: `${link.left * 100}%`,
        top: `${link.top * 100}%`,
        width: `${link.width * 100}%`,
        height: `${link.height * 100}%`,
      }}
      onClick={onFollow}
    />
  );
}
