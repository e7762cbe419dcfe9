import type { ReactElement } from 'react';
import { readOpenRecords, type OpenRecord } from '#renderer/data/exchange/open-records.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { placeOfRecord } from '#renderer/navigation/record-places.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { decisionAsked } from './asked-decision.store.ts';
import { countOf } from './exchange-words.ts';
import styles from './share.module.css';

export interface RecordDecisionsProps {
  /** The path of the screen that is shown. */
  readonly place: string;
}

/** More names than these help nobody. */
const mostNamed = 5;

/** At the head of a screen: what of the records on it somebody still has to decide. */
export function RecordDecisions({ place }: RecordDecisionsProps): ReactElement | null {
  const session = useSession();
  const open = useLive(async (database) => readOpenRecords(session, database), [session]);
  const here = (open ?? []).filter((record) => placeOf(record) === place);
  if (here.length === 0) return null;
  return (
    <div className={styles['overPage']}>
      <Banner
        tone="warning"
        title={
          here.length === 1
            ? 'Something here is to be decided'
            : `${countOf(here.length, 'thing')} here are to be decided`
        }
        actions={
          <span ref={(element) => followed(element, here[0])}>
            <LinkButton small href={hrefTo(pathTo.section('share'))}>
              Decide
            </LinkButton>
          </span>
        }
      >
        {here.slice(0, mostNamed).map((record) => (
          <p key={`${record.kind.name} ${record.row.id}`}>{inWords(record)}</p>
        ))}
        {here.length > mostNamed && <p>{`and ${here.length - mostNamed} more`}</p>}
      </Banner>
    </div>
  );
}

/** The link leads to the decisions by its address alone; which of them is meant goes along beside it. */
function followed(element: HTMLElement | null, first: OpenRecord | undefined): (() => void) | undefined {
  if (element === null || first === undefined) return undefined;
  const ask = (): void => decisionAsked(first.kind.name, first.row.id);
  element.addEventListener('click', ask);
  return () => element.removeEventListener('click', ask);
}

/** Where a record is shown: on a screen of its own, or on that of the record it belongs to. */
function placeOf({ kind, row }: OpenRecord): string | null {
  const own = placeOfRecord(kind.name, row.id, row);
  if (own !== null || kind.parent === null) return own;
  const parent = row[kind.parent.field];
  return typeof parent === 'string' ? placeOfRecord(kind.parent.kind, parent, {}) : null;
}

/** `Partnership Board: two people wrote different things under Name and Purpose` */
function inWords({ kind, row, fields, isDisputed }: OpenRecord): string {
  const title = kind.titleOf(row) || `A ${kind.label}`;
  const said = [
    ...(fields.length > 0 ? [`two people wrote different things under ${fields.join(' and ')}`] : []),
    ...(isDisputed ? ['one person deleted it while another changed it'] : []),
  ];
  return `${title}: ${said.join('; ')}`;
}
