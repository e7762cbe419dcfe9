import { ChevronDown, ChevronUp, LayoutGrid, ListTree, Search, ZoomIn, ZoomOut } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { PageField } from './page-field.tsx';
import styles from './pdf-viewer.module.css';
import { Toolbar } from './toolbar.tsx';
import { zoomSteps, type Zoom } from './zoom.ts';

export interface ViewerToolbarProps {
  readonly title: string;
  readonly labels: ReadonlyArray<string>;
  readonly page: number;
  readonly onPage: (page: number) => void;
  readonly zoom: Zoom;
  readonly onZoom: (zoom: Zoom) => void;
  readonly onZoomStep: (direction: 'in' | 'out') => void;
  /** Null where the document has no bookmarks. */
  readonly outline: { readonly shown: boolean; readonly onToggle: () => void } | null;
  readonly thumbnails: { readonly shown: boolean; readonly onToggle: () => void };
  readonly finding: boolean;
  readonly onFind: () => void;
  /** More tools, at the end. */
  readonly more?: ReactNode;
}

export function ViewerToolbar({
  title,
  labels,
  page,
  onPage,
  zoom,
  onZoom,
  onZoomStep,
  outline,
  thumbnails,
  finding,
  onFind,
  more,
}: ViewerToolbarProps): ReactElement {
  const percents =
    typeof zoom === 'number' && !zoomSteps.includes(zoom) ? [...zoomSteps, zoom].sort((a, b) => a - b) : zoomSteps;
  return (
    <Toolbar label={`Tools for ${title}`}>
      {outline !== null && (
        <IconButton label="Bookmarks" icon={ListTree} pressed={outline.shown} onPress={outline.onToggle} />
      )}
      <IconButton label="Small pages" icon={LayoutGrid} pressed={thumbnails.shown} onPress={thumbnails.onToggle} />
      <div className={styles['group']}>
        <IconButton label="Previous page" icon={ChevronUp} keys="Page Up" onPress={() => onPage(page - 1)} />
        <IconButton label="Next page" icon={ChevronDown} keys="Page Down" onPress={() => onPage(page + 1)} />
        <PageField labels={labels} page={page} onGo={onPage} />
      </div>
      <div className={styles['group']}>
        <IconButton label="Zoom out" icon={ZoomOut} keys="Ctrl -" onPress={() => onZoomStep('out')} />
        <Select
          label="Zoom"
          hideLabel
          width="s"
          value={String(zoom)}
          options={[
            { value: 'width', label: 'Fit width' },
            { value: 'page', label: 'Fit page' },
            ...percents.map((percent) => ({ value: String(percent), label: `${percent} %` })),
          ]}
          onChange={(value) => onZoom(value === 'width' || value === 'page' ? value : Number(value))}
        />
        <IconButton label="Zoom in" icon={ZoomIn} keys="Ctrl +" onPress={() => onZoomStep('in')} />
      </div>
      <IconButton label="Find" icon={Search} keys="Ctrl F" pressed={finding} onPress={onFind} />
      {more !== undefined && more !== null && <div className={styles['more']}>{more}</div>}
    </Toolbar>
  );
}
