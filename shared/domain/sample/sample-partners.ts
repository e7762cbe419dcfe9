/** The sample's workspace, organisations, people, bodies and seats, as they were set up. */
import { create, draft } from '#shared/changes/draft.ts';
import { freshKeys } from '#shared/changes/position.ts';
import { addDays, type CivilDate } from '#shared/kernel/civil-date.ts';
import { bodyKind } from '#shared/domain/bodies/body.ts';
import { seatKind } from '#shared/domain/bodies/seat.ts';
import { organisationKind } from '#shared/domain/people/organisation.ts';
import { personKind } from '#shared/domain/people/person.ts';
import { workspaceId, workspaceKind } from '#shared/domain/workspace/workspace.ts';
import { sampleBodies, type SampleBody, type SampleBodyKey } from './sample-bodies.ts';
import type { SampleDates } from './sample-dates.ts';
import { sampleFounder, sampleOrganisations } from './sample-people.ts';
import type { SampleDraft } from './sample-draft.ts';

export const sampleWorkspaceName = 'Westmere Rural Partnership';

export interface SamplePartners {
  readonly drafts: ReadonlyArray<SampleDraft>;
  readonly bodyIds: Readonly<Record<SampleBodyKey, string>>;
  readonly personIds: ReadonlyMap<string, string>;
}

/** `Priya Nandakumar` at `westmere.example` */
function mailOf(name: string, mail: string): string {
  return `${name
    .toLowerCase()
    .replaceAll(/[^a-z ]/g, '')
    .replaceAll(' ', '.')}@${mail}`;
}

/** Numbers from 01632 960000 on, which are kept free for use in fiction. */
function telephoneOf(count: number): string {
  return `01632 ${960_000 + count}`;
}

export function partnerDrafts(dates: SampleDates, newId: () => string): SamplePartners {
  const start = addDays(dates.board[0] ?? dates.today, -45);
  const drafts: SampleDraft[] = [];
  const keep = (on: CivilDate, made: SampleDraft['draft']): void => {
    drafts.push({ on, by: sampleFounder.name, draft: made });
  };
  keep(
    start,
    draft('Started the workspace', '', [
      create(workspaceKind, workspaceId, {
        name: sampleWorkspaceName,
        organisation: 'Westmere County Council',
        isSample: true,
      }),
    ]),
  );
  const organisationIds = new Map<string, string>();
  const personIds = new Map<string, string>();
  for (const { key, name, partnership, note, mail, people } of sampleOrganisations) {
    const organisationId = newId();
    organisationIds.set(key, organisationId);
    keep(start, draft(`Added ${name}`, '', [create(organisationKind, organisationId, { name, partnership, note })]));
    const added = people.map(([person, jobTitle]) => {
      const id = newId();
      personIds.set(person, id);
      const email = mailOf(person, mail);
      const telephone = telephoneOf(personIds.size);
      return create(personKind, id, { name: person, jobTitle, organisationId, email, telephone });
    });
    keep(addDays(start, 1), draft(`Added ${people.length} people of ${name}`, '', added));
  }
  const bodyIds = { board: newId(), executive: newId(), aldermoor: newId(), penfold: newId() };
  for (const body of sampleBodies) {
    const id = bodyIds[body.key];
    keep(addDays(start, 2), draft(`Added ${body.name}`, '', [create(bodyKind, id, bodyValues(body, dates, bodyIds))]));
    const keys = freshKeys(body.seats.length);
    const seats = body.seats.map(({ name, organisation, member, deputy, roles }, index) =>
      create(seatKind, newId(), {
        bodyId: id,
        name,
        organisationId: known(organisationIds, organisation),
        memberId: known(personIds, member),
        deputyId: deputy === null ? null : known(personIds, deputy),
        roles,
        place: keys[index] ?? '',
      }),
    );
    keep(addDays(start, 2), draft(`Added ${seats.length} seats of ${body.name}`, '', seats));
  }
  return { drafts, bodyIds, personIds };
}

function bodyValues(body: SampleBody, dates: SampleDates, bodyIds: SamplePartners['bodyIds']) {
  const { name, type, purpose, usualPlace, quorum, circulationDays, clearanceDays, standingItems } = body;
  return {
    name,
    type,
    purpose,
    usualPlace,
    quorum,
    circulationDays,
    clearanceDays,
    standingItems,
    parentId: body.answersTo === null ? null : bodyIds[body.answersTo],
    closures: dates.closures.map((day) => ({ day, name: 'Office closed for Christmas' })),
  };
}

function known(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the sample has no ${key}`);
  return id;
}
