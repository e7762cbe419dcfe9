import type { ReactElement, ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';

export interface KitProviderProps {
  readonly children: ReactNode;
}

/**
 * Gives every component British dates and numbers.
 *
 * The component library looks for an element of this id before it writes a `<style>` element, which the page's policy forbids;
 * the rule it would write stands in `base.css`.
 */
export function KitProvider({ children }: KitProviderProps): ReactElement {
  return (
    <I18nProvider locale="en-GB">
      <meta id="react-aria-pressable-style" name="packhorse-styles" content="bundled" />
      {children}
    </I18nProvider>
  );
}
