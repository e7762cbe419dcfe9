/** The partners of the sample. Every name in it is invented. */
import type { Partnership } from '#shared/domain/people/organisation.ts';

export interface SampleOrganisation {
  readonly key: string;
  readonly name: string;
  readonly partnership: Partnership;
  readonly note: string;
  /** Their e-mail addresses end so; `.example` leads nowhere by design. */
  readonly mail: string;
  /** Name and role. */
  readonly people: ReadonlyArray<readonly [name: string, jobTitle: string]>;
}

/** The officer whose laptop the sample pretends to be. */
export const sampleFounder = { name: 'Helen Marsh', role: 'Partnership clerk' } as const;

export const sampleOrganisations: ReadonlyArray<SampleOrganisation> = [
  {
    key: 'county',
    name: 'Westmere County Council',
    partnership: 'primary',
    note: 'Hosts the partnership, keeps its accounts and employs its clerk.',
    mail: 'westmere.example',
    people: [
      ['Helen Marsh', 'Partnership clerk'],
      ['Ruth Tideswell', 'Cabinet member for rural affairs'],
      ['Marian Stott', 'Cabinet member for communities'],
      ['Priya Nandakumar', 'Director of communities'],
      ['Colin Arkwell', 'Assistant director of communities'],
      ['Jo Penhaligon', 'Programme manager, rural transport'],
      ['Dana Whitlock', 'Risk and assurance officer'],
      ['Aled Fairclough', 'Head of libraries'],
      ['Mo Okafor', 'Partnership support officer'],
    ],
  },
  {
    key: 'aldermoor',
    name: 'Aldermoor District Council',
    partnership: 'relevant',
    note: '',
    mail: 'aldermoor.example',
    people: [
      ['Gareth Lowther', 'Leader of the council'],
      ['Bea Hollins', 'Deputy leader'],
      ['Tom Akande', 'Head of housing'],
      ['Petra Lyle', 'Housing strategy officer'],
    ],
  },
  {
    key: 'penfold',
    name: 'Penfold Vale District Council',
    partnership: 'relevant',
    note: '',
    mail: 'penfoldvale.example',
    people: [
      ['Sheila Brant', 'Deputy leader'],
      ['Owen Castell', 'Portfolio holder for communities'],
      ['Nick Harbury', 'Community development officer'],
    ],
  },
  {
    key: 'icb',
    name: 'Westmere Integrated Care Board',
    partnership: 'primary',
    note: 'Commissions health services across the county.',
    mail: 'westmere-icb.example',
    people: [
      ['Naomi Fairhurst', 'Director of place'],
      ['Yusuf Bell', 'Head of primary care'],
    ],
  },
  {
    key: 'trust',
    name: 'Fellside Community Health Trust',
    partnership: 'relevant',
    note: '',
    mail: 'fellside-health.example',
    people: [
      ['Imran Sadiq', 'Director of community services'],
      ['Karen Whitby', 'Locality manager'],
    ],
  },
  {
    key: 'police',
    name: 'Westmere Police',
    partnership: 'relevant',
    note: '',
    mail: 'westmere-police.example',
    people: [
      ['Lorna Keane', 'Superintendent, rural crime'],
      ['Dev Marlow', 'Chief inspector'],
    ],
  },
  {
    key: 'parishes',
    name: 'Westmere Association of Parish Councils',
    partnership: 'representative',
    note: 'Speaks for 114 parish and town councils.',
    mail: 'westmere-parishes.example',
    people: [
      ['Edwin Pargeter', 'Chairman'],
      ['Joan Thirlby', 'Secretary'],
      ['Rhys Calder', 'Clerk to Marrowdale Parish Council'],
    ],
  },
  {
    key: 'voice',
    name: 'Rural Voice Westmere',
    partnership: 'representative',
    note: 'The voluntary and community sector’s own body. It also supports the young people’s forum.',
    mail: 'ruralvoice.example',
    people: [
      ['Sana Rahman', 'Chief executive'],
      ['Martin Eaves', 'Trustee'],
      ['Ellie Dunmore', 'Young people’s representative'],
      ['Kofi Barrow', 'Young people’s representative'],
    ],
  },
  {
    key: 'college',
    name: 'Aldermoor College',
    partnership: 'other',
    note: '',
    mail: 'aldermoor-college.example',
    people: [
      ['Fiona Garrity', 'Principal'],
      ['Luke Tansley', 'Vice principal'],
    ],
  },
];
