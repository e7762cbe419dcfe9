import type { ReactElement } from 'react';
import { ChoiceBar } from '#renderer/ui/choice-bar.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { textSizeChosen, textSizes, typefaceChosen, typefaces, useScreenSettings } from './screen-settings.store.ts';
import styles from './settings-page.module.css';

/** Text size and typeface; contrast and motion follow the laptop. */
export function ScreenPanel(): ReactElement {
  const { textSize, typeface } = useScreenSettings();
  return (
    <Panel title="How it looks">
      <ChoiceBar
        label="Text size"
        hint="Everything grows with it, and nothing is cut off"
        value={textSize}
        options={textSizes.map((size) => ({ value: size, label: `${size} %` }))}
        onChange={(value) => textSizeChosen(textSizes.find((size) => size === value) ?? '100')}
      />
      <RadioGroup
        label="Typeface"
        value={typeface}
        options={[
          { value: 'source', label: 'Source Sans 3', hint: 'Narrow and calm: more fits on a line' },
          {
            value: 'atkinson',
            label: 'Atkinson Hyperlegible',
            hint: 'Letters that are hard to mistake for one another, made for readers with low vision',
          },
        ]}
        onChange={(value) => typefaceChosen(typefaces.find((each) => each === value) ?? 'source')}
      />
      <div className={styles['words']}>
        <h3>Contrast and motion</h3>
        <p>
          Packhorse follows your laptop. On Windows, choose Settings, Accessibility, Contrast themes for strong
          contrast, and Settings, Accessibility, Visual effects to turn animations off.
        </p>
      </div>
    </Panel>
  );
}
