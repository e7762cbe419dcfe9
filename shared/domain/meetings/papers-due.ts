/** The day by which authors owe their papers for a meeting. */
import { deadlineOf } from '#shared/calendar/deadline.ts';
import type { Body } from '#shared/domain/bodies/body.ts';
import type { CivilDate } from '#shared/kernel/civil-date.ts';

type DueRules = Pick<Body, 'nation' | 'circulationDays' | 'clearanceDays' | 'closures'>;

/**
 * The day on which papers go to partners; where the body sends none, the day on which they go to the Chair. `null` where the
 * body has neither, or the bank holidays of that year are not known.
 */
export function papersDueOn(meeting: CivilDate, body: DueRules): CivilDate | null {
  const toPartners = body.circulationDays > 0;
  if (!toPartners && body.clearanceDays === 0) return null;
  const due = deadlineOf(meeting, {
    n: toPartners ? body.circulationDays : body.clearanceDays,
    unit: toPartners ? 'calendar' : 'working',
    clear: !toPartners,
    roll: toPartners ? 'none' : 'back',
    nation: body.nation,
    closures: body.closures.map(({ day }) => day),
  });
  return due.ok ? due.value.lastDay : null;
}
