/** The agendas of the sample's meetings, with the papers that belong to each item. */
import { addMonths, withYear } from '#shared/kernel/civil-date.ts';
import type { Purpose, RestrictionGround } from '#shared/domain/meetings/agenda-item.ts';
import type { PaperStatus } from '#shared/domain/papers/paper.ts';
import { quarterBefore, type SampleDates } from './sample-dates.ts';
import { minutesOf } from './sample-minutes.ts';
import type { SampleFileKey } from './sample-pdfs.ts';
import {
  actionLog,
  depotLease,
  performanceReport,
  strategicRisks,
  transportCase,
  transportQuestions,
} from './sample-texts-next.ts';
import {
  broadband,
  contributions,
  homesPipeline,
  hubsReview,
  priorities,
  protocolReview,
  sharingReview,
  weatherReadiness,
  youngVoice,
} from './sample-texts-past.ts';

export interface SampleWritten {
  readonly type: 'written';
  readonly title: string;
  /** What was written first, and what was added after it. */
  readonly outlines: ReadonlyArray<string>;
  readonly status: PaperStatus;
  readonly author: string;
  readonly reportOf: string;
}

export interface SampleFilePaper {
  readonly type: 'file';
  readonly title: string;
  readonly file: SampleFileKey;
  readonly status: PaperStatus;
  readonly author: string;
}

export interface SampleItem {
  readonly title: string;
  readonly purpose: Purpose;
  readonly lead: string;
  readonly minutes: number | null;
  readonly papers: ReadonlyArray<SampleWritten | SampleFilePaper>;
  readonly under: ReadonlyArray<SampleItem>;
  readonly restriction: { readonly ground: RestrictionGround; readonly reason: string } | null;
}

interface More {
  readonly papers?: SampleItem['papers'];
  readonly under?: SampleItem['under'];
  readonly restriction?: SampleItem['restriction'];
}

function item(title: string, purpose: Purpose, lead: string, minutes: number | null, more: More = {}): SampleItem {
  return { title, purpose, lead, minutes, papers: [], under: [], restriction: null, ...more };
}

function written(
  title: string,
  author: string,
  status: PaperStatus,
  outlines: ReadonlyArray<string>,
  reportOf = author,
): SampleWritten {
  return { type: 'written', title, author, reportOf, status, outlines };
}

function attached(title: string, file: SampleFileKey, author: string, status: PaperStatus): SampleFilePaper {
  return { type: 'file', title, file, author, status };
}

const opening: ReadonlyArray<SampleItem> = [
  item('Welcome and apologies', 'noting', 'Chair', 5),
  item('Declarations of interest', 'noting', 'Chair', 5),
];

function minutesItem(dates: SampleDates, index: number, status: PaperStatus): SampleItem {
  const date = dates.board[index] ?? dates.previous;
  const title = `Minutes of ${withYear(date)}`;
  const paper = written(title, 'Helen Marsh', status, [minutesOf(index, date)], 'Clerk to the partnership');
  return item(title, 'decision', 'Helen Marsh', 5, { papers: [paper] });
}

function nextAgenda(dates: SampleDates): ReadonlyArray<SampleItem> {
  const quarter = `quarter ${dates.quarter.number}`;
  return [
    ...opening,
    minutesItem(dates, 3, 'ready'),
    item('Matters arising and action log', 'discussion', 'Mo Okafor', 10, {
      papers: [written('Action log', 'Mo Okafor', 'ready', [actionLog(dates)])],
    }),
    item('Rural transport pilot: outline case', 'decision', 'Jo Penhaligon', 25, {
      papers: [
        written(
          'Rural transport pilot: outline case',
          'Jo Penhaligon',
          'draft',
          [transportCase(dates), transportQuestions],
          'Director of communities, Westmere County Council',
        ),
      ],
      under: [
        item('Routes, timetable and cost', 'discussion', 'Jo Penhaligon', null, {
          papers: [attached('Routes, timetable and cost', 'routes', 'Jo Penhaligon', 'ready')],
        }),
        item('What residents told us', 'discussion', 'Sana Rahman', null, {
          papers: [attached('Travel survey: results', 'survey', 'Sana Rahman', 'ready')],
        }),
      ],
    }),
    item(`Performance report, ${quarter}`, 'discussion', 'Sana Rahman', 20, {
      papers: [
        written(`Performance report, ${quarter}`, 'Sana Rahman', 'ready', [performanceReport(dates)]),
        attached(`Performance tables, ${quarter}`, 'tables', 'Sana Rahman', 'ready'),
      ],
    }),
    item(`Strategic risks: ${quarter} review`, 'noting', 'Dana Whitlock', 15, {
      papers: [written(`Strategic risks: ${quarter} review`, 'Dana Whitlock', 'draft', [strategicRisks(dates)])],
    }),
    item('Library hours: rural proofing', 'decision', 'Aled Fairclough', 15),
    item('Partner updates', 'noting', 'All partners', 10),
    item('Harrow Lane depot: lease terms', 'decision', 'Ruth Tideswell', 15, {
      papers: [
        written('Harrow Lane depot: lease terms', 'Colin Arkwell', 'ready', [depotLease], 'Director of communities'),
        attached('Harrow Lane depot: site plan', 'plan', 'Colin Arkwell', 'ready'),
      ],
      restriction: {
        ground: 'p3',
        reason:
          'It sets out the owner’s terms and the limit the partnership would pay. Known now, they would weaken its hand and cost the public more. The decision is published once the lease is signed.',
      },
    }),
  ];
}

/** The agendas of the board's first five meetings, in order; those after are not drawn up yet. */
export function boardAgendas(dates: SampleDates): ReadonlyArray<ReadonlyArray<SampleItem>> {
  const [, budgetMeeting = dates.previous] = dates.board;
  // The budget agreed is that of the financial year under way.
  const { year } = quarterBefore(addMonths(budgetMeeting, 3));
  return [
    [
      ...opening,
      item('Minutes of the last meeting', 'decision', 'Helen Marsh', 5),
      item('Priorities for the year', 'decision', 'Priya Nandakumar', 60, {
        papers: [written('Priorities for the year', 'Priya Nandakumar', 'issued', [priorities])],
      }),
      item('Partner updates', 'noting', 'All partners', 15),
    ],
    [
      ...opening,
      minutesItem(dates, 0, 'issued'),
      item('Affordable homes for local people', 'discussion', 'Tom Akande', 40, {
        papers: [written('Affordable homes for local people', 'Petra Lyle', 'issued', [homesPipeline], 'Tom Akande')],
      }),
      item('Budget and partners’ contributions', 'decision', 'Priya Nandakumar', 30, {
        papers: [
          written(
            'Budget and partners’ contributions',
            'Colin Arkwell',
            'issued',
            [contributions(year)],
            'Priya Nandakumar',
          ),
        ],
      }),
      item('Partner updates', 'noting', 'All partners', 15),
    ],
    [
      ...opening,
      minutesItem(dates, 1, 'issued'),
      item('How we listen to young people', 'discussion', 'Ellie Dunmore', 30, {
        papers: [written('How we listen to young people', 'Ellie Dunmore', 'issued', [youngVoice])],
      }),
      item('Rural broadband', 'noting', 'Priya Nandakumar', 20, {
        papers: [written('Rural broadband: what residents can get', 'Colin Arkwell', 'issued', [broadband])],
      }),
      item('Yearly review of the protocol', 'decision', 'Helen Marsh', 25, {
        papers: [
          written(
            'Yearly review of the protocol',
            'Helen Marsh',
            'issued',
            [protocolReview],
            'Clerk to the partnership',
          ),
        ],
      }),
      item('Partner updates', 'noting', 'All partners', 15),
    ],
    [
      ...opening,
      minutesItem(dates, 2, 'issued'),
      item('Village hubs: first-year review', 'decision', 'Sana Rahman', 35, {
        papers: [
          written('Village hubs: first-year review', 'Sana Rahman', 'issued', [hubsReview]),
          attached('Village hubs: figures for the first year', 'hubFigures', 'Sana Rahman', 'issued'),
          attached('Letter from the parish councils', 'letter', 'Joan Thirlby', 'issued'),
        ],
      }),
      item('Readiness for bad weather', 'noting', 'Lorna Keane', 20, {
        papers: [written('Readiness for bad weather', 'Dev Marlow', 'issued', [weatherReadiness], 'Lorna Keane')],
      }),
      item('Sharing information: yearly review', 'decision', 'Naomi Fairhurst', 20, {
        papers: [written('Sharing information: yearly review', 'Yusuf Bell', 'issued', [sharingReview])],
      }),
      item('Library hours', 'decision', 'Aled Fairclough', 15),
      item('Partner updates', 'noting', 'All partners', 15),
    ],
    nextAgenda(dates),
  ];
}

export const executiveAgenda: ReadonlyArray<SampleItem> = [
  item('Apologies and declarations of interest', 'noting', 'Chair', 5),
  item('Notes of the last meeting', 'decision', 'Helen Marsh', 5),
  item('Progress on board decisions', 'discussion', 'Mo Okafor', 20),
  item('Papers coming to the board', 'discussion', 'Helen Marsh', 25),
  item('Spending this quarter', 'noting', 'Colin Arkwell', 15),
];

export const localAgenda: ReadonlyArray<SampleItem> = [
  item('Welcome and apologies', 'noting', 'Chair', 5),
  item('What residents are telling us', 'discussion', 'All partners', 20),
  item('Actions from the last meeting', 'noting', 'Chair', 10),
  item('Bad weather: who can open the hall', 'discussion', 'Chair', 20),
  item('What we want the board to know', 'decision', 'Chair', 15),
];
