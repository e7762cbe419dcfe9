/** How the choices of a register are called, on screens, in History and in reports alike. */
import type { Band } from '#shared/domain/rating/scheme.ts';
import type {
  ActionStatus,
  Adequacy,
  ClosureReason,
  EscalationDirection,
  EscalationStatus,
  IdentifiedVia,
  LineDecision,
  Proximity,
  Publication,
  Response,
  ReviewFrequency,
  ReviewType,
  RiskStatus,
} from './values.ts';

type Words<Choice extends string> = Readonly<Record<Choice, string>>;

export const statusWords: Words<RiskStatus> = {
  proposed: 'Proposed',
  open: 'Open',
  escalated: 'Escalated',
  closed: 'Closed',
};

export const closureWords: Words<ClosureReason> = {
  managed: 'Managed',
  merged: 'Merged into another risk',
  escalatedAccepted: 'Accepted by another body',
  occurred: 'It happened',
  noLongerRelevant: 'No longer relevant',
  enteredInError: 'Entered in error',
};

export const adequacyWords: Words<Adequacy> = {
  adequate: 'Adequate',
  partial: 'Partly adequate',
  inadequate: 'Inadequate',
  notAssessed: 'Not assessed',
};

/** By the line of assurance: who says that the control works. */
export const assuranceWords: ReadonlyArray<string> = [
  'Nobody',
  '1st line: the service itself',
  '2nd line: those who oversee it',
  '3rd line: an outsider',
];

export const actionStatusWords: Words<ActionStatus> = {
  notStarted: 'Not started',
  inProgress: 'In progress',
  onHold: 'On hold',
  complete: 'Complete',
  cancelled: 'Cancelled',
};

export const frequencyWords: Words<ReviewFrequency> = {
  monthly: 'Monthly',
  quarterly: 'Quarterly',
  sixMonthly: 'Every six months',
  annual: 'Yearly',
  once: 'Once',
};

export const proximityWords: Words<Proximity> = {
  now: 'Now',
  '<3m': 'Within 3 months',
  '3-12m': '3 to 12 months',
  '1-3y': '1 to 3 years',
  '>3y': 'Beyond 3 years',
  unknown: 'Not known',
};

export const responseWords: Words<Response> = {
  treat: 'Treat',
  tolerate: 'Tolerate',
  transfer: 'Transfer',
  terminate: 'Terminate',
};

export const publicationWords: Words<Publication> = { public: 'Public', exempt: 'Exempt' };

export const identifiedWords: Words<IdentifiedVia> = {
  workshop: 'A workshop',
  quarterly: 'A quarterly review',
  annual: 'The annual assessment',
  escalatedIn: 'A partner’s register',
  import: 'A spreadsheet',
  other: 'Another way',
};

export const decisionWords: Words<LineDecision> = {
  keep: 'Same',
  rescore: 'Rated anew',
  close: 'To be closed',
  merge: 'To be merged',
  escalate: 'To be escalated',
  deescalate: 'To be taken back',
  tolerate: 'To be tolerated',
};

export const directionWords: Words<EscalationDirection> = {
  up: 'Up to another body',
  down: 'Down to another body',
  in: 'In from a partner',
};

export const escalationWords: Words<EscalationStatus> = {
  proposed: 'Proposed',
  accepted: 'Accepted',
  declined: 'Declined',
  returned: 'Returned',
};

export const reviewTypeWords: Words<ReviewType> = {
  quarterly: 'Quarterly review',
  annual: 'Annual assessment',
  exceptional: 'Extra review',
};

export const bandWords: Words<Band> = { red: 'Red', amber: 'Amber', green: 'Green' };
