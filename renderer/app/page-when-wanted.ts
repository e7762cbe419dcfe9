import { createElement, lazy, useState, type ComponentType, type ReactElement } from 'react';

export interface PageWhenWanted<Props extends object> {
  (props: Props): ReactElement;
  /** Loads the page's code ahead, so that going there shows it at once. */
  readonly load: () => Promise<unknown>;
}

/**
 * A page whose code is loaded when it is first gone to. Once it has been loaded it is drawn directly: by way of `lazy` React
 * would first show that it is loading, and then keep that on screen for 300 ms so as not to flicker.
 */
export function pageWhenWanted<Props extends object>(load: () => Promise<ComponentType<Props>>): PageWhenWanted<Props> {
  let loaded: ComponentType<Props> | null = null;
  const loadOnce = async (): Promise<{ readonly default: ComponentType<Props> }> => {
    loaded ??= await load();
    return { default: loaded };
  };
  const Later = lazy(loadOnce);
  function Page(props: Props): ReactElement {
    // Settled at the first drawing: another component in its place would begin the page anew.
    const [Ready] = useState<ComponentType<Props> | null>(() => loaded);
    return createElement((Ready ?? Later) as ComponentType<Props>, props);
  }
  return Object.assign(Page, { load: loadOnce });
}
