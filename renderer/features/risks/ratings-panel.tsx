import { useState, type ReactElement } from 'react';
import { cellCode, cellName, cellOf } from '#shared/domain/rating/scheme.ts';
import { ratingKinds, type RatingKind } from '#shared/domain/risks/rate.commands.ts';
import type { Risk } from '#shared/domain/risks/risk.ts';
import type { KeptRating } from '#shared/domain/risks/values.ts';
import { withYear } from '#shared/kernel/civil-date.ts';
import type { OpenRegister } from '#renderer/data/risks/registers.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { CellTag } from '#renderer/ui/cell-tag.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { RateDialog } from './rate-dialog.tsx';
import { readRatingsBefore, type RatingBefore } from './ratings-before.queries.ts';

const ratingWords: Readonly<Record<RatingKind, string>> = {
  inherent: 'Inherent',
  current: 'Current',
  target: 'Target',
};

const ratingMeanings: Readonly<Record<RatingKind, string>> = {
  inherent: 'without any control',
  current: 'with what is in place',
  target: 'where it should come to',
};

/** The three ratings of a risk, each a cell with its reason, and how it was rated before. */
export function RatingsPanel({ open, risk }: { readonly open: OpenRegister; readonly risk: Risk }): ReactElement {
  const session = useSession();
  const [asked, setAsked] = useState<RatingKind | null>(null);
  const before = useLive((database) => readRatingsBefore(database, risk.id), [risk.id]) ?? [];
  const { now } = open;
  const drawn = now?.risks.find(({ id }) => id === risk.id) ?? null;
  return (
    <Panel title="Ratings">
      <Table
        caption="Ratings"
        rows={ratingKinds}
        keyOf={(which) => which}
        columns={[
          {
            id: 'which',
            header: 'Rating',
            rowHeader: true,
            width: 11,
            cell: (which) => (
              <>
                {ratingWords[which]} <span className="muted small">{ratingMeanings[which]}</span>
              </>
            ),
          },
          {
            id: 'cell',
            header: 'Cell',
            width: 9,
            cell: (which) => {
              const rule = now === null || drawn?.[which] == null ? null : cellOf(now.scheme, drawn[which]);
              return rule === null ? (
                notRated(risk[which])
              ) : (
                <CellTag code={cellCode(rule)} band={rule.band} above={rule.above} />
              );
            },
          },
          {
            id: 'words',
            header: 'In words',
            hideWhenNarrow: true,
            cell: (which) => (now === null || drawn?.[which] == null ? '' : cellName(now.scheme, drawn[which])),
          },
          {
            id: 'reason',
            header: 'Reason',
            cell: (which) => {
              const rating = risk[which];
              if (rating === null) return '';
              return `${rating.rationale === '' ? 'No reason given' : rating.rationale} (${withYear(rating.ratedOn)})`;
            },
          },
          {
            id: 'act',
            header: 'Change',
            hideHeader: true,
            width: 9,
            align: 'end',
            cell: (which) => (
              <Button small onPress={() => setAsked(which)}>
                Rate {ratingWords[which].toLowerCase()}
              </Button>
            ),
          },
        ]}
      />
      {before.length > 1 && <EarlierRatings before={before} />}
      {asked !== null && now !== null && (
        <RateDialog
          key={asked}
          scheme={now.scheme}
          risk={risk}
          which={asked}
          reviewId={open.draft?.id ?? null}
          today={session.today}
          onClose={() => setAsked(null)}
        />
      )}
    </Panel>
  );
}

/** A rating by an earlier scheme is shown as it was, and counts as none. */
function notRated(rating: KeptRating | null): string {
  return rating === null ? 'Not rated' : `To be rated anew (was ${cellCode(rating)} by an earlier scheme)`;
}

function EarlierRatings({ before }: { readonly before: ReadonlyArray<RatingBefore> }): ReactElement {
  return (
    <details>
      <summary>Earlier ratings: {before.length - 1}</summary>
      <Table
        caption="Earlier ratings"
        rows={before}
        keyOf={({ key }) => key}
        columns={[
          {
            id: 'on',
            header: 'Rated on',
            rowHeader: true,
            width: 9,
            cell: ({ rating }) => withYear(rating.ratedOn),
          },
          { id: 'which', header: 'Rating', width: 6, cell: ({ which }) => ratingWords[which] },
          { id: 'cell', header: 'Cell', width: 5, cell: ({ rating }) => cellCode(rating) },
          { id: 'reason', header: 'Reason', cell: ({ rating }) => rating.rationale },
          { id: 'by', header: 'By', width: 9, cell: ({ by }) => by },
        ]}
      />
    </details>
  );
}
