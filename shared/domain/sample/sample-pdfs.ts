/** The files that partners have “sent” to the sample: small PDFs of every sort a pack must cope with. All is invented. */
import { layOut, type Sheet } from './pdf-layout.ts';
import { pdfFile, type PdfPage } from './pdf-file.ts';
import { scannedPlan } from './scanned-plan.ts';

export type SampleFileKey = 'routes' | 'survey' | 'tables' | 'plan' | 'letter' | 'hubFigures';

export interface SampleFile {
  readonly key: SampleFileKey;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly access: 'words' | 'scan';
}

const upright: Sheet = { isLandscape: false, isTurned: false };
const landscape: Sheet = { isLandscape: true, isTurned: false };
const turned: Sheet = { isLandscape: true, isTurned: true };

const routes = `
This sheet shows where the two bookable minibuses would run, and what each part of the day would cost.
| Time of day | From Tarnley hub | From Sallow Bridge hub | Vehicles | Cost a week |
| 7am to 9am | College and work journeys to Aldermoor | Connections with the 31 bus | 2 | £1,060 |
| 9am to 12 noon | Surgeries, hubs and shops | Surgeries, hubs and shops | 2 | £1,240 |
| 12 noon to 3pm | Bookings from anywhere in Marrowdale | Drivers’ break and fuel | 1 | £520 |
| 3pm to 6pm | Home from college and school clubs | Home from work | 2 | £1,190 |
| Saturday, 9am to 1pm | Market at Aldermoor | None | 1 | £310 |
## How it is worked out
Costs include drivers, fuel, insurance and booking. Vehicles are leased. Figures are rounded to the nearest £10 and were checked by the County Council’s transport team.
`;

const survey = `
Rural Voice Westmere asked 612 households in the nine Marrowdale villages about travel. 388 answered, 63 in every hundred.
## Who answered
| Age of the oldest in the home | Households | Share |
| Under 40 | 71 | 18% |
| 40 to 59 | 104 | 27% |
| 60 to 74 | 121 | 31% |
| 75 and over | 92 | 24% |
One household in five has no car. Among those where everybody is 75 or over it is two in five.
## What people go without
- 34% had missed or put off an appointment with a doctor, nurse or dentist in the last year because they could not get there.
- 29% had given up a class, club or group.
- 22% had turned down work, or extra hours.
- 41% said that they depend on one person for lifts.
## What people would use
Seven in ten would use a bookable bus at least once a month, and three in ten at least once a week. Most would pay £3 for a single journey; one in six said that £3 is too much.
People were asked how they would like to book. They could choose more than one way.
| Way of booking | All | 75 and over |
| Telephone | 71% | 94% |
| Website | 48% | 17% |
| At the hub | 26% | 31% |
| App on a telephone | 22% | 3% |
## In their own words
- “I can get to the hospital. It is getting home again that I cannot do.”
- “My daughter left college because of the last bus.”
- “Ring me when it is on its way. I cannot stand at the lane end in the wet.”
- “Do not take the volunteers away. They come in and see that you are all right.”
## How the survey was done
Forms were taken to every second home by volunteers, who offered to read the questions out. Answers came back by post, at the hub or on the telephone. Homes that did not answer were called on once more. The survey was paid for from the partnership’s budget for research.
`;

const tables = `
| Measure | A year ago | Quarter before | This quarter | Target | Where we stand |
| Appointments kept at hubs | 76% | 78% | 81% | 85% | Amber |
| Visits to hubs | 7,870 | 9,210 | 9,640 | 9,000 | Green |
| Hubs open five days a week | 3 | 4 | 4 | 5 | Amber |
| 16 to 18s in learning or work nearby | 70% | 67% | 63% | 72% | Red |
| Young people at forum meetings | 11 | 16 | 19 | 15 | Green |
| New homes for local people | 6 | 11 | Not known | 30 in the year | No data |
## Notes
Figures come from partners within three weeks of the end of the quarter. Percentages are rounded to whole numbers. Homes are not shown because the two district councils count them differently.
`;

const hubFigures = `
| Hub | Visits | Clinics | Advice | Library | Groups | Cost a visit |
| Tarnley | 9,800 | 3,900 | 2,100 | 1,900 | 1,900 | £5.20 |
| Sallow Bridge | 7,900 | 2,600 | 1,800 | 2,000 | 1,500 | £6.00 |
| Long Penfold | 6,700 | 1,900 | 1,700 | 1,600 | 1,500 | £6.80 |
| Crossbeck | 5,300 | 1,600 | 1,300 | 1,000 | 1,400 | £7.00 |
| Nether Marrow | 4,300 | 1,200 | 900 | 400 | 1,800 | £7.40 |
## Notes
Visits are counted at the door. People who came for two things on one day are counted once, under the first. “Groups” takes in classes and everything else.
`;

const letter = `
Westmere Association of Parish Councils
To the Chair of the Partnership Board
Dear Chair,
Our members discussed the village hubs at their last meeting. Ninety-one of 114 councils were there or had written. I was asked to tell the board four things.
1. The hubs are the best thing to have happened in our villages for years. Please keep them.
2. Halls give their rooms for less than they cost. If hubs open in the evening, somebody must pay for the heating.
3. Coordinators are the heart of it. Where there is a good one, volunteers come; where the post stood empty, they drifted away.
4. The lower Vale has eleven villages and no hub. Three councils have offered a site.
We would be glad to help find a sixth hub, and to show members of the board round the three sites.
Yours sincerely,
Joan Thirlby
Secretary
`;

function file(
  key: SampleFileKey,
  fileName: string,
  title: string,
  pages: ReadonlyArray<PdfPage>,
  access: SampleFile['access'],
): SampleFile {
  return { key, fileName, bytes: pdfFile(title, pages), pages: pages.length, access };
}

/** The files, made afresh: about 60 KB in all. */
export function samplePdfs(): ReadonlyArray<SampleFile> {
  const words = (key: SampleFileKey, fileName: string, title: string, outline: string, sheet: Sheet): SampleFile =>
    file(key, fileName, title, layOut(title, outline, sheet), 'words');
  return [
    words('routes', 'Routes and costs.pdf', 'Bookable transport: routes, timetable and cost', routes, landscape),
    words('survey', 'Travel survey results.pdf', 'What residents told us about travel', survey, upright),
    words('tables', 'Performance tables.pdf', 'Performance tables', tables, turned),
    words('hubFigures', 'Hub figures.pdf', 'Village hubs: figures for the first year', hubFigures, landscape),
    words('letter', 'Letter from parish councils.pdf', 'Letter from the parish councils', letter, upright),
    file('plan', 'Harrow Lane site plan (scan).pdf', 'Harrow Lane depot: site plan', [scannedPlan()], 'scan'),
  ];
}
