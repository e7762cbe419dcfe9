/** The bodies of the sample: who sits where, who is named to sit in their stead, and what every agenda starts from. */
import type { BodyType, StandingItem } from '#shared/domain/bodies/body.ts';
import type { SeatRole } from '#shared/domain/bodies/seat.ts';

export interface SampleSeat {
  readonly name: string;
  /** Key of an organisation. */
  readonly organisation: string;
  readonly member: string;
  readonly deputy: string | null;
  readonly roles: ReadonlyArray<SeatRole>;
}

export type SampleBodyKey = 'board' | 'executive' | 'aldermoor' | 'penfold';

export interface SampleBody {
  readonly key: SampleBodyKey;
  readonly name: string;
  readonly type: BodyType;
  readonly answersTo: SampleBodyKey | null;
  readonly purpose: string;
  readonly usualPlace: string;
  readonly quorum: number;
  readonly circulationDays: number;
  readonly clearanceDays: number;
  readonly standingItems: ReadonlyArray<StandingItem>;
  readonly seats: ReadonlyArray<SampleSeat>;
}

function seat(
  name: string,
  organisation: string,
  member: string,
  deputy: string | null,
  roles: ReadonlyArray<SeatRole> = ['representative'],
): SampleSeat {
  return { name, organisation, member, deputy, roles };
}

const opening: ReadonlyArray<StandingItem> = [
  { title: 'Welcome and apologies', minutes: 5, lead: 'Chair' },
  { title: 'Declarations of interest', minutes: 5, lead: 'Chair' },
  { title: 'Minutes of the last meeting', minutes: 5, lead: 'Helen Marsh' },
  { title: 'Matters arising and action log', minutes: 10, lead: 'Mo Okafor' },
];
const localStart: ReadonlyArray<StandingItem> = [
  { title: 'Welcome and apologies', minutes: 5, lead: 'Chair' },
  { title: 'What residents are telling us', minutes: 20, lead: 'All partners' },
  { title: 'Actions from the last meeting', minutes: 10, lead: 'Chair' },
];

export const sampleBodies: ReadonlyArray<SampleBody> = [
  {
    key: 'board',
    name: 'Partnership Board',
    type: 'board',
    answersTo: null,
    purpose:
      'Agrees what the partners will do together for people who live and work in the villages of Westmere, and checks that it is done.',
    usualPlace: 'Council Chamber, Westmere',
    quorum: 6,
    circulationDays: 14,
    clearanceDays: 7,
    standingItems: [
      ...opening,
      { title: 'Performance report', minutes: 20, lead: 'Sana Rahman' },
      { title: 'Strategic risks', minutes: 15, lead: 'Dana Whitlock' },
      { title: 'Partner updates', minutes: 10, lead: 'All partners' },
    ],
    seats: [
      seat('Chair', 'county', 'Ruth Tideswell', 'Marian Stott', ['chair']),
      seat('Parish and town councils', 'parishes', 'Edwin Pargeter', 'Joan Thirlby', ['deputyChair', 'representative']),
      seat('County Council officer', 'county', 'Priya Nandakumar', 'Colin Arkwell', ['councilOfficer']),
      seat('Aldermoor District Council', 'aldermoor', 'Gareth Lowther', 'Bea Hollins'),
      seat('Penfold Vale District Council', 'penfold', 'Sheila Brant', 'Owen Castell'),
      seat('Integrated care board', 'icb', 'Naomi Fairhurst', 'Yusuf Bell', ['health']),
      seat('Community health', 'trust', 'Imran Sadiq', 'Karen Whitby', ['health']),
      seat('Police', 'police', 'Lorna Keane', 'Dev Marlow'),
      seat('Voluntary and community sector', 'voice', 'Sana Rahman', 'Martin Eaves'),
      seat('Young people', 'voice', 'Ellie Dunmore', 'Kofi Barrow'),
      seat('Further education', 'college', 'Fiona Garrity', 'Luke Tansley'),
      seat('Housing', 'aldermoor', 'Tom Akande', 'Petra Lyle'),
    ],
  },
  {
    key: 'executive',
    name: 'Executive Group',
    type: 'executive',
    answersTo: 'board',
    purpose:
      'Carries out what the board decides, and takes decisions that cannot wait for its next meeting. Each of those is reported to the board.',
    usualPlace: 'Room 2, County Offices, Westmere',
    quorum: 4,
    circulationDays: 7,
    clearanceDays: 3,
    standingItems: [
      { title: 'Apologies and declarations of interest', minutes: 5, lead: 'Chair' },
      { title: 'Notes of the last meeting', minutes: 5, lead: 'Helen Marsh' },
      { title: 'Progress on board decisions', minutes: 20, lead: 'Mo Okafor' },
    ],
    seats: [
      seat('Chair', 'county', 'Priya Nandakumar', 'Colin Arkwell', ['chair', 'councilOfficer']),
      seat('Aldermoor District Council', 'aldermoor', 'Tom Akande', 'Petra Lyle'),
      seat('Penfold Vale District Council', 'penfold', 'Owen Castell', 'Nick Harbury'),
      seat('Health', 'icb', 'Yusuf Bell', 'Karen Whitby', ['health', 'deputyChair']),
      seat('Police', 'police', 'Dev Marlow', null),
      seat('Voluntary and community sector', 'voice', 'Martin Eaves', 'Sana Rahman'),
    ],
  },
  {
    key: 'aldermoor',
    name: 'Aldermoor Local Group',
    type: 'localGroup',
    answersTo: 'board',
    purpose: 'Brings together those who run services in the Aldermoor villages. It meets at least three times a year.',
    usualPlace: 'Tarnley Village Hall',
    quorum: 3,
    circulationDays: 7,
    clearanceDays: 2,
    standingItems: localStart,
    seats: [
      seat('Chair', 'parishes', 'Joan Thirlby', 'Rhys Calder', ['chair']),
      seat('Aldermoor District Council', 'aldermoor', 'Bea Hollins', 'Petra Lyle', ['councilOfficer']),
      seat('Community health', 'trust', 'Karen Whitby', null, ['health']),
      seat('Police', 'police', 'Dev Marlow', null),
      seat('Aldermoor College', 'college', 'Luke Tansley', null),
    ],
  },
  {
    key: 'penfold',
    name: 'Penfold Vale Local Group',
    type: 'localGroup',
    answersTo: 'board',
    purpose:
      'Brings together those who run services in the villages of the Vale. It meets at least three times a year.',
    usualPlace: 'Long Penfold Memorial Hall',
    quorum: 3,
    circulationDays: 7,
    clearanceDays: 2,
    standingItems: localStart,
    seats: [
      seat('Chair', 'parishes', 'Rhys Calder', 'Joan Thirlby', ['chair']),
      seat('Penfold Vale District Council', 'penfold', 'Nick Harbury', 'Owen Castell', ['councilOfficer']),
      seat('Integrated care board', 'icb', 'Yusuf Bell', null, ['health']),
      seat('Voluntary and community sector', 'voice', 'Martin Eaves', null),
      seat('Young people', 'voice', 'Kofi Barrow', 'Ellie Dunmore'),
    ],
  },
];
