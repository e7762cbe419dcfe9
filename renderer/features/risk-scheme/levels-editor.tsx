import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Axis, Scheme } from '#shared/domain/rating/scheme.ts';
import { Button } from '#renderer/ui/button.tsx';
import { FormRow } from '#renderer/ui/form-row.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { Stack } from '#renderer/ui/stack.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { withLevel, withMoved, withNewLevel, withoutLevel } from './edited-scheme.ts';

export interface LevelsEditorProps {
  readonly title: string;
  readonly axis: Axis;
  readonly scheme: Scheme;
  readonly onChange: (scheme: Scheme) => void;
}

const mostLevels = 10;

/** The levels of one axis: their codes, names and meanings, and their order. */
export function LevelsEditor({ title, axis, scheme, onChange }: LevelsEditorProps): ReactElement {
  const levels = scheme[axis];
  return (
    <Panel
      title={title}
      actions={
        <Button
          small
          icon={Plus}
          blockedBecause={levels.length >= mostLevels ? 'Ten levels are the most' : undefined}
          onPress={() => onChange(withNewLevel(scheme, axis))}
        >
          Add a level
        </Button>
      }
    >
      <Stack gap="l">
        {levels.map((level, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- a level has no name of its own that its editing would not change
          <Stack key={at} gap="s">
            <FormRow>
              <TextField
                label={`Code of level ${at + 1}`}
                value={level.code}
                onChange={(code) => onChange(withLevel(scheme, axis, at, { ...level, code: code.trim() }))}
              />
              <TextField
                label={`Label of level ${at + 1}`}
                value={level.label}
                onChange={(label) => onChange(withLevel(scheme, axis, at, { ...level, label }))}
              />
            </FormRow>
            <TextArea
              label={`Meaning of level ${at + 1}`}
              rows={1}
              value={level.description}
              onChange={(description) => onChange(withLevel(scheme, axis, at, { ...level, description }))}
            />
            <Row gap="s">
              <IconButton
                icon={ArrowUp}
                label={`Move ${level.code} up`}
                blockedBecause={at === 0 ? 'It is the first' : undefined}
                onPress={() => onChange(withMoved(scheme, axis, at, -1))}
              />
              <IconButton
                icon={ArrowDown}
                label={`Move ${level.code} down`}
                blockedBecause={at === levels.length - 1 ? 'It is the last' : undefined}
                onPress={() => onChange(withMoved(scheme, axis, at, 1))}
              />
              <IconButton
                icon={Trash2}
                label={`Take ${level.code} away`}
                blockedBecause={levels.length <= 2 ? 'Two levels are the fewest' : undefined}
                onPress={() => onChange(withoutLevel(scheme, axis, at))}
              />
            </Row>
          </Stack>
        ))}
      </Stack>
    </Panel>
  );
}
