import { useState, type ReactElement } from 'react';
import { presets } from '#shared/domain/rating/presets.ts';
import { cellCode, type Cell, type Scheme } from '#shared/domain/rating/scheme.ts';
import { schemeFaults, type SchemeFault } from '#shared/domain/rating/scheme-faults.ts';
import { isLive } from '#shared/domain/risk-reviews/as-at.ts';
import { changeScheme } from '#shared/domain/risks/risk-register.commands.ts';
import type { RiskScheme } from '#shared/domain/risks/risk-scheme.ts';
import { noRoomWords, run } from '#renderer/data/run.ts';
import type { OpenRegister } from '#renderer/data/risks/registers.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { ActionBar } from '#renderer/ui/action-bar.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { ChoiceBar } from '#renderer/ui/choice-bar.tsx';
import { Columns } from '#renderer/ui/columns.tsx';
import { FormRow } from '#renderer/ui/form-row.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { RatingGrid } from '#renderer/ui/rating-grid.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Stack } from '#renderer/ui/stack.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { keepsCodes, withBand, withSide } from './edited-scheme.ts';
import { LevelsEditor } from './levels-editor.tsx';
import { MappingPanel } from './mapping-panel.tsx';
import { faultInWords } from './scheme-words.ts';

export interface SchemeEditorProps {
  readonly open: OpenRegister;
  /** The version in use. */
  readonly before: RiskScheme;
  readonly onDone: () => void;
}

const tools = [
  { value: 'line', label: 'Move the line' },
  { value: 'red', label: 'Colour red' },
  { value: 'amber', label: 'Colour amber' },
  { value: 'green', label: 'Colour green' },
] as const;

/** The scheme edited on its own matrix. What is kept is the next version: the one in use stays as it is under its ratings. */
export function SchemeEditor({ open, before, onDone }: SchemeEditorProps): ReactElement {
  const session = useSession();
  const [scheme, setScheme] = useState<Scheme>(before);
  const [tool, setTool] = useState<(typeof tools)[number]['value']>('line');
  const [mapping, setMapping] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const { blocks, warns } = schemeFaults(scheme);
  const faulty = new Set(blocks.flatMap(cellsOf).map(cellCode));
  const goesOn = keepsCodes(before, scheme);
  const rated = open.rows.risks.filter((risk) => risk.status !== 'closed' && risk.current !== null);
  const live = (open.now?.risks ?? []).filter(isLive);
  const mapped = Object.entries(mapping).flatMap(([from, to]) => {
    const [oldCell, newCell] = [cellOfCode(before, from), cellOfCode(scheme, to)];
    return oldCell === null || newCell === null ? [] : [{ from: oldCell, to: newCell }];
  });

  function chosen(cell: Cell & { readonly above: boolean }): void {
    setScheme(tool === 'line' ? withSide(scheme, cell, !cell.above) : withBand(scheme, cell, tool));
  }

  async function kept(): Promise<void> {
    const result = await run(session, changeScheme, {
      id: session.newId(),
      register: open.rows.register,
      before,
      scheme: { ...scheme, name: scheme.name.trim() },
      mapping: goesOn || mapped.length === 0 ? null : mapped,
    });
    if (result.ok) {
      noticeShown(
        goesOn
          ? 'The scheme is changed. Every rating goes on to stand in its cell.'
          : 'The scheme is changed. Start a review to rate anew what has no cell in it yet.',
      );
      onDone();
      return;
    }
    switch (result.refusal.type) {
      case 'NoName':
        setProblem('Give the scheme a name.');
        return;
      case 'SchemeFaulty':
        setProblem('Its levels, its line or its colours are not in order. What is wrong stands below.');
        return;
      case 'StorageFull':
        setProblem(noRoomWords);
    }
  }

  return (
    <>
      {problem !== null && (
        <Banner tone="error" title="The scheme is not changed" announce>
          {problem}
        </Banner>
      )}
      <Panel
        title="The matrix"
        actions={
          <ChoiceBar
            label="What choosing a cell does"
            hideLabel
            value={tool}
            options={tools}
            onChange={(value) => setTool(tools.find((one) => one.value === value)?.value ?? 'line')}
          />
        }
      >
        <Stack>
          <p>
            {tool === 'line'
              ? 'Choose a cell to put it above the line, or below it. Arrow keys move, Enter chooses.'
              : 'Choose the cells that take this colour. Arrow keys move, Enter chooses.'}
          </p>
          <RatingGrid
            label="The scheme as it will be"
            large
            likelihood={scheme.likelihood}
            impact={scheme.impact}
            cells={scheme.cells.map((cell) => ({
              ...cell,
              marks: [
                ...(faulty.has(cellCode(cell)) ? [{ id: 'fault', label: 'not in order', isGhost: true }] : []),
                ...(goesOn
                  ? live
                      .filter(({ current }) => current !== null && cellCode(current) === cellCode(cell))
                      .map(({ id, number }) => ({ id, label: String(number) }))
                  : []),
              ],
            }))}
            onChoose={chosen}
          />
          {blocks.length > 0 && (
            <Banner tone="error" title="This cannot be kept yet">
              <ul>
                {blocks.map((fault) => {
                  const words = faultInWords(fault);
                  return <li key={words}>{words}</li>;
                })}
              </ul>
            </Banner>
          )}
          {warns.map(({ type }) => (
            <Banner
              key={type}
              tone="warning"
              title={type === 'AllAbove' ? 'Every cell is above the line' : 'No cell is above the line'}
            >
              The line parts nothing, so it tells the board nothing.
            </Banner>
          ))}
        </Stack>
      </Panel>
      <Panel title="Name and start">
        <FormRow>
          <TextField label="Name" value={scheme.name} onChange={(name) => setScheme({ ...scheme, name })} />
          <Select
            label="Begin from"
            value=""
            placeholder="The scheme in use"
            options={presets.map((preset) => ({ value: preset.name, label: preset.name }))}
            onChange={(name) => {
              setScheme(presets.find((preset) => preset.name === name) ?? before);
              setMapping({});
            }}
          />
        </FormRow>
      </Panel>
      <Columns>
        <LevelsEditor title="Likelihood, the likeliest first" axis="likelihood" scheme={scheme} onChange={setScheme} />
        <LevelsEditor title="Impact, the gravest first" axis="impact" scheme={scheme} onChange={setScheme} />
      </Columns>
      {!goesOn && blocks.length === 0 && rated.length > 0 && (
        <MappingPanel before={before} scheme={scheme} risks={rated} mapping={mapping} onChange={setMapping} />
      )}
      <ActionBar
        note={
          goesOn
            ? 'Every rating goes on to stand in its cell.'
            : `${rated.length === 1 ? '1 rated risk' : `${rated.length} rated risks`}: those whose cell is not said to stand for a new one are to be rated anew.`
        }
      >
        <Button onPress={onDone}>Cancel</Button>
        <Button
          kind="primary"
          blockedBecause={blocks.length > 0 ? 'Put in order what is named above first' : undefined}
          onPress={() => void kept()}
        >
          Keep as the next version
        </Button>
      </ActionBar>
    </>
  );
}

function cellOfCode(scheme: Scheme, code: string): Cell | null {
  const found = scheme.cells.find((cell) => cellCode(cell) === code);
  return found === undefined ? null : { likelihood: found.likelihood, impact: found.impact };
}

/** The cells that a fault names. */
function cellsOf(fault: SchemeFault): ReadonlyArray<Cell> {
  switch (fault.type) {
    case 'LineNotMonotone':
    case 'BandsNotMonotone':
      return [fault.lower, fault.higher];
    case 'RedBelowGreen':
      return fault.red;
    case 'LevelCount':
    case 'CodeUnfit':
    case 'CodeTwice':
    case 'CellMissing':
    case 'CellTwice':
    case 'CellUnknown':
      return [];
  }
}
