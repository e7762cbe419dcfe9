import { FileSpreadsheet } from 'lucide-react';
import { useMemo, useState, type ReactElement } from 'react';
import { personKind } from '#shared/domain/people/person.ts';
import { headerRowOf, matchHeadings, type RiskField } from '#shared/domain/risk-tables/fields.ts';
import { importRisks } from '#shared/domain/risk-tables/import.commands.ts';
import { planImport, type PlannedRow } from '#shared/domain/risk-tables/import-plan.ts';
import { undecidedValues, type LevelMapping } from '#shared/domain/risk-tables/levels.ts';
import { readRow } from '#shared/domain/risk-tables/read-row.ts';
import type { RiskScheme } from '#shared/domain/risks/risk-scheme.ts';
import { rowsOf } from '#renderer/data/database.ts';
import { run } from '#renderer/data/run.ts';
import { useRegister, type OpenRegister } from '#renderer/data/risks/registers.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { goTo } from '#renderer/navigation/go.ts';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { ActionBar } from '#renderer/ui/action-bar.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FileButton } from '#renderer/ui/file-button.tsx';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { PageBody } from '#renderer/ui/page-body.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { importRefusalInWords, sheetRefusalInWords } from './import-words.ts';
import { LevelsPanel } from './levels-panel.tsx';
import { MatchingPanel, type Matching } from './matching-panel.tsx';
import { PlanPanel } from './plan-panel.tsx';
import { mostRows, type Sheet } from './read-sheets.ts';
import { readInWorker, type ReadSheets } from './sheet-reader.ts';

export interface ImportPageProps {
  readonly registerId: string;
  /** How a file is read; in a worker unless told. */
  readonly read?: ReadSheets | undefined;
}

/** A council's own register, taken in from its spreadsheet: matched, looked through row by row, then all of it or nothing. */
export function ImportPage({ registerId, read = readInWorker }: ImportPageProps): ReactElement {
  const open = useRegister(registerId);
  if (open === undefined) return <Skeleton rows={6} label="Opening the register" />;
  const scheme = open?.rows.schemes.find(({ id }) => id === open.rows.register.schemeId);
  if (open === null || scheme === undefined) {
    return (
      <>
        <PageHeader title="Not here" />
        <PageBody>
          <EmptyState
            title="This register is not here"
            action={<LinkButton href={hrefTo(pathTo.section('risks'))}>Go to risks</LinkButton>}
          />
        </PageBody>
      </>
    );
  }
  return <Import open={open} scheme={scheme} read={read} />;
}

interface ReadFile {
  readonly name: string;
  readonly sheets: ReadonlyArray<Sheet>;
}

interface ImportProps {
  readonly open: OpenRegister;
  readonly scheme: RiskScheme;
  readonly read: ReadSheets;
}

/** Sheets with a header row come before those without; the first is looked at first. */
function matchingOf(sheets: ReadonlyArray<Sheet>, at: number, header: number | null = null): Matching {
  const rows = sheets[at]?.rows ?? [];
  const row = header ?? headerRowOf(rows) ?? 0;
  return { sheet: at, header: row, fields: matchHeadings(rows[row] ?? []) };
}

function Import({ open, scheme, read }: ImportProps): ReactElement {
  const session = useSession();
  const { register } = open.rows;
  const [file, setFile] = useState<ReadFile | null>(null);
  const [isReading, setReading] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [matching, setMatching] = useState<Matching>({ sheet: 0, header: 0, fields: [] });
  const [likelihood, setLikelihood] = useState<LevelMapping>({});
  const [impact, setImpact] = useState<LevelMapping>({});
  const [leavesOut, setLeavesOut] = useState(false);
  const [opensWhole, setOpensWhole] = useState(false);
  const people = useLive((database) => rowsOf(database, personKind).toArray(), []);

  async function chosen(files: ReadonlyArray<File>): Promise<void> {
    const [first] = files;
    if (first === undefined) return;
    setReading(true);
    setProblem(null);
    setFile(null);
    try {
      const result = await read({ name: first.name, bytes: new Uint8Array(await first.arrayBuffer()) });
      if (!result.ok) {
        setProblem(sheetRefusalInWords(result.refusal));
        return;
      }
      const sheets = result.value;
      const likely = sheets.findIndex(({ rows }) => headerRowOf(rows) !== null);
      setFile({ name: first.name, sheets });
      setMatching(matchingOf(sheets, Math.max(0, likely)));
      setLikelihood({});
      setImpact({});
    } finally {
      setReading(false);
    }
  }

  const sheet = file?.sheets[matching.sheet];
  const said = useMemo(() => rowsSaid(sheet, matching), [sheet, matching]);
  const undecided = useMemo(
    () => ({
      likelihood: undecidedValues(
        scheme,
        'likelihood',
        valuesAt(said, ['likelihood', 'inherentLikelihood', 'targetLikelihood']),
      ),
      impact: undecidedValues(scheme, 'impact', valuesAt(said, ['impact', 'inherentImpact', 'targetImpact'])),
    }),
    [scheme, said],
  );
  const given = useMemo(
    () => ({
      scheme,
      risks: open.rows.risks,
      clusters: open.rows.clusters,
      controls: open.rows.controls,
      actions: open.rows.actions,
      people: people ?? [],
      today: session.today,
    }),
    [scheme, open.rows, people, session.today],
  );
  const plan = useMemo(
    () =>
      planImport(
        said.map(({ sheetRow, values }) => ({
          sheetRow,
          read: readRow(values, scheme, { likelihood, impact }, session.today),
        })),
        given,
      ),
    [said, scheme, likelihood, impact, session.today, given],
  );
  const faults = sheetFaults(sheet, matching, said.length);
  const refused = plan.filter(({ type }) => type === 'refused').length;
  const taken = leavesOut ? plan.filter(({ type }) => type !== 'refused') : plan;
  const doing = taken.filter(({ type }) => type === 'add' || type === 'change').length;

  async function imported(): Promise<void> {
    const frozenNumbers = open.frozen.flatMap(({ positions }) => Object.keys(positions).map(Number));
    const result = await run(session, importRisks, {
      registerId: register.id,
      fileName: file?.name ?? '',
      rows: taken,
      given,
      numbers: [...open.rows.risks.map(({ number }) => number), ...frozenNumbers],
      opensWhole,
    });
    if (!result.ok) {
      setProblem(importRefusalInWords(result.refusal));
      return;
    }
    noticeShown(`${doingInWords(taken)} Undo takes all of it back.`);
    goTo(pathTo.riskRegister(register.id));
  }

  const blocked =
    faults ??
    (refused > 0 && !leavesOut
      ? `${refused === 1 ? '1 row is' : `${refused} rows are`} refused: put them right in the sheet, or leave them out`
      : doing === 0
        ? 'There is nothing to take in'
        : undefined);
  return (
    <>
      <PageHeader
        title="Import from a spreadsheet"
        breadcrumbs={[
          { label: register.name, href: hrefTo(pathTo.riskRegister(register.id)) },
          { label: 'Import from a spreadsheet' },
        ]}
        actions={
          <FileButton
            kind={file === null ? 'primary' : 'secondary'}
            icon={FileSpreadsheet}
            multiple={false}
            pending={isReading}
            accept={['.xlsx', '.csv', '.txt', '.xlsm', '.xls']}
            onFiles={(files) => void chosen(files)}
          >
            {file === null ? 'Choose a file' : 'Choose another file'}
          </FileButton>
        }
      />
      <PageBody>
        {problem !== null && (
          <Banner tone="error" title="Nothing has been changed" announce>
            {problem}
          </Banner>
        )}
        {file === null || sheet === undefined ? (
          problem === null && (
            <EmptyState
              icon={FileSpreadsheet}
              title="A register of any layout, as .xlsx or .csv"
              text={`Choose the file, say what its columns hold, and look through what would change, row by row. Nothing is changed before you press Import, and then all of it or nothing. Up to ${mostRows.toLocaleString('en-GB')} rows.`}
            />
          )
        ) : (
          <>
            <MatchingPanel
              fileName={file.name}
              sheets={file.sheets}
              matching={matching}
              onChange={setMatching}
              onSheet={(at, header) => setMatching(matchingOf(file.sheets, at, header))}
            />
            {faults !== undefined && (
              <Banner tone="error" title="This sheet cannot be taken in as it is">
                {faults}
              </Banner>
            )}
            {(undecided.likelihood.length > 0 || undecided.impact.length > 0) && (
              <LevelsPanel
                scheme={scheme}
                undecided={undecided}
                likelihood={likelihood}
                impact={impact}
                onLikelihood={setLikelihood}
                onImpact={setImpact}
              />
            )}
            <PlanPanel plan={plan} />
            <ActionBar note={doingInWords(taken)}>
              {refused > 0 && (
                <Checkbox
                  label={`Leave out ${refused === 1 ? 'the row that is' : `the ${refused} rows that are`} refused`}
                  checked={leavesOut}
                  onChange={setLeavesOut}
                />
              )}
              <Checkbox
                label="Open those that are whole scenarios with an owner"
                checked={opensWhole}
                onChange={setOpensWhole}
              />
              <Button kind="primary" blockedBecause={blocked} onPress={() => void imported()}>
                Import
              </Button>
            </ActionBar>
          </>
        )}
      </PageBody>
    </>
  );
}

interface RowSaid {
  readonly sheetRow: number;
  readonly values: ReadonlyMap<RiskField, string>;
}

function rowsSaid(sheet: Sheet | undefined, { header, fields }: Matching): ReadonlyArray<RowSaid> {
  const rows = sheet?.rows ?? [];
  return rows.slice(header + 1).flatMap((row, index): RowSaid[] => {
    const values = new Map<RiskField, string>();
    for (const [column, field] of fields.entries()) {
      const value = row[column] ?? '';
      if (field !== null && value !== '') values.set(field, value);
    }
    return values.size === 0 ? [] : [{ sheetRow: header + index + 2, values }];
  });
}

function valuesAt(rows: ReadonlyArray<RowSaid>, fields: ReadonlyArray<RiskField>): ReadonlyArray<string> {
  return rows.flatMap(({ values }) => fields.flatMap((field) => values.get(field) ?? []));
}

/** What makes a sheet no table of risks; `undefined` where it is one. */
function sheetFaults(sheet: Sheet | undefined, { header, fields }: Matching, count: number): string | undefined {
  if (sheet === undefined) return 'There is no sheet.';
  if (
    !fields.some((field) => field === 'shortName' || field === 'description' || field === 'number' || field === 'id')
  ) {
    return 'No column is said to hold the name, the description or the number of a risk. If this is the wrong sheet, choose another; otherwise say above what the columns hold.';
  }
  if (count > mostRows)
    return `There are ${count.toLocaleString('en-GB')} rows, and ${mostRows.toLocaleString('en-GB')} are taken in at most.`;
  const merged = sheet.merged.find(([, last]) => last > header);
  if (merged === undefined) return undefined;
  return `Cells are merged from row ${merged[0] + 1} to row ${merged[1] + 1}, so nobody can tell which row a value belongs to. Take the merging away in Excel (Home, Merge & Centre, Unmerge Cells), fill the values in, and import it again.`;
}

function doingInWords(rows: ReadonlyArray<PlannedRow>): string {
  const count = (type: PlannedRow['type']): number => rows.filter((row) => row.type === type).length;
  const risks = (number: number): string => (number === 1 ? '1 risk' : `${number} risks`);
  return `${risks(count('add'))} added, ${count('change')} changed.`;
}
