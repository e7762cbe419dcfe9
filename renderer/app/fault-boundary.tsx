import { Component, type ErrorInfo, type ReactNode } from 'react';
import { FaultPage } from './fault-page.tsx';

export interface FaultBoundaryProps {
  readonly children: ReactNode;
  /** What is shown changes with it, and with that a fault is past. */
  readonly place: string;
}

interface FaultBoundaryState {
  readonly fault: unknown;
  readonly place: string;
}

/** Shows a fault in plain words instead of an empty window. React asks for a class here. */
export class FaultBoundary extends Component<FaultBoundaryProps, FaultBoundaryState> {
  override state: FaultBoundaryState = { fault: null, place: this.props.place };

  static getDerivedStateFromError(fault: unknown): Partial<FaultBoundaryState> {
    return { fault };
  }

  static getDerivedStateFromProps(
    props: FaultBoundaryProps,
    state: FaultBoundaryState,
  ): Partial<FaultBoundaryState> | null {
    return props.place === state.place ? null : { place: props.place, fault: null };
  }

  override componentDidCatch(fault: unknown, info: ErrorInfo): void {
    reportError(fault instanceof Error ? fault : new Error(`${String(fault)} ${info.componentStack ?? ''}`));
  }

  override render(): ReactNode {
    return this.state.fault === null ? this.props.children : <FaultPage fault={this.state.fault} />;
  }
}
