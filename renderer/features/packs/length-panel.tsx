import type { ReactElement, ReactNode } from 'react';
import { setPageBudget } from '#shared/domain/bodies/body.commands.ts';
import type { Body } from '#shared/domain/bodies/body.ts';
import { minutesInWords, readingMinutes } from '#shared/domain/packs/before-issue.ts';
import type { Edition } from '#shared/domain/packs/issued-pack.ts';
import { pagesOf } from '#shared/domain/packs/issues.ts';
import { run } from '#renderer/data/run.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { useDraft } from '#renderer/data/use-draft.ts';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { FormRow } from '#renderer/ui/form-row.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Status } from '#renderer/ui/status.tsx';
import { Table } from '#renderer/ui/table.tsx';
import type { BuiltPack, BuiltPart } from './build/built-pack.ts';
import { sizeInWords } from './build/pack-words.ts';
import { lengthInWords, smallerInWords } from './before-issue-words.ts';

export interface LengthPanelProps {
  readonly body: Body | null;
  readonly edition: Edition;
  readonly facts: BuiltPack;
  /** The way to a smaller file, for papers that are scans; put in by the app. */
  readonly makeSmaller: (paperId: string) => ReactNode;
}

/** A scan below this, in bytes, is small already. */
const worthMakingSmaller = 1_000_000;

/** How long the pack is, paper by paper, against what the body has set as its most. */
export function LengthPanel({ body, edition, facts, makeSmaller }: LengthPanelProps): ReactElement {
  const papers = facts.parts.filter(({ role }) => role === 'paper');
  const over = body?.paperPages ?? null;
  const isLong = ({ pages }: BuiltPart): boolean => over !== null && pages > over;
  const words = lengthInWords(facts, body?.packPages ?? null);
  return (
    <Panel title="Length" count={words.count}>
      {words.over !== null && <Status tone="amber">{words.over}</Status>}
      <Table
        caption="Papers by length"
        rows={papers}
        keyOf={({ id }) => id}
        hrefOf={({ paperId }) => hrefTo(pathTo.paper(paperId ?? ''))}
        columns={[
          { id: 'paper', header: 'Paper', rowHeader: true, cell: ({ itemNumber, title }) => `${itemNumber} ${title}` },
          {
            id: 'pages',
            header: 'Pages',
            width: 9,
            cell: (part) => {
              const { first, last } = pagesOf(part, edition);
              const range = first === last ? first : `${first}–${last}`;
              return (
                <>
                  {isLong(part) ? (
                    <Status tone="amber">{`${part.pages}, over ${over} (${range})`}</Status>
                  ) : (
                    `${part.pages} (${range})`
                  )}
                  {part.smallerPages > 0 && <div>{smallerInWords(part)}</div>}
                </>
              );
            },
          },
          { id: 'reading', header: 'Reading', width: 8, cell: ({ pages }) => minutesInWords(readingMinutes(pages)) },
          { id: 'size', header: 'Size', width: 6, align: 'end', cell: ({ bytes }) => sizeInWords(bytes) },
          {
            id: 'smaller',
            header: 'Make smaller',
            hideHeader: true,
            width: 9,
            cell: ({ scannedPages, bytes, paperId }) =>
              scannedPages > 0 && bytes > worthMakingSmaller && paperId !== null ? makeSmaller(paperId) : null,
          },
        ]}
      />
      {body !== null && (
        <FormRow>
          <BudgetField body={body} field="packPages" label="Pages in a pack, at most" />
          <BudgetField body={body} field="paperPages" label="Pages in a paper, at most" />
        </FormRow>
      )}
    </Panel>
  );
}

interface BudgetFieldProps {
  readonly body: Body;
  readonly field: 'packPages' | 'paperPages';
  readonly label: string;
}

/** A limit the body has set itself. Longer packs are told, never refused. */
function BudgetField({ body, field, label }: BudgetFieldProps): ReactElement {
  const session = useSession();
  const { value, change, flush } = useDraft(
    body[field],
    (pages) => void run(session, setPageBudget, { body, values: { [field]: pages } }),
  );
  return (
    <NumberField
      label={label}
      optional
      unit="pages"
      least={1}
      most={10_000}
      value={value}
      onChange={change}
      onCommit={flush}
    />
  );
}
