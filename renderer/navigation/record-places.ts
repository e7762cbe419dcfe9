/** Where a record is shown, for search and for links from History. */
import { pathTo } from './places.ts';

/** The path to the screen on which a record of this kind is seen; `null` where it has none of its own. */
export function placeOfRecord(kind: string, id: string, values: Readonly<Record<string, unknown>>): string | null {
  switch (kind) {
    case 'meeting':
      return pathTo.meeting(id);
    case 'agendaItem':
      return typeof values['meetingId'] === 'string' ? pathTo.meeting(values['meetingId']) : null;
    case 'paper':
      return pathTo.paper(id);
    case 'risk':
      return pathTo.risk(id);
    case 'riskAction':
      return typeof values['riskId'] === 'string' ? pathTo.risk(values['riskId']) : null;
    case 'riskScheme':
      return typeof values['registerId'] === 'string' ? pathTo.riskScheme(values['registerId']) : null;
    case 'workshop':
      return typeof values['registerId'] === 'string' ? pathTo.workshop(values['registerId']) : null;
    case 'annualAssessment':
      return typeof values['registerId'] === 'string' ? pathTo.annualAssessment(values['registerId']) : null;
    case 'riskReview':
      return pathTo.riskReview(id);
    case 'frozenReview':
      return pathTo.frozenReview(id);
    case 'riskRegister':
      return pathTo.riskRegister(id);
    case 'body':
      return pathTo.body(id);
    case 'person':
    case 'organisation':
      return pathTo.section('partners');
    default:
      return null;
  }
}
