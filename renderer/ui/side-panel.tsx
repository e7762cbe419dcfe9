import type { ReactElement } from 'react';
import { Panel, type PanelProps } from './panel.tsx';

export type SidePanelProps = Omit<PanelProps, 'flush'>;

/** A panel for the narrow column; made of `PanelSection`s. */
export function SidePanel(props: SidePanelProps): ReactElement {
  return <Panel {...props} />;
}
