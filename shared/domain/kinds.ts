/** The register of kinds: the one list from which tables, decoders, history labels and search are derived. */
import type { Kind } from '#shared/changes/kind.ts';
import { annualAssessmentKind } from './annual-assessments/annual-assessment.ts';
import { annualRatingKind } from './annual-assessments/annual-rating.ts';
import { annualStatementKind } from './annual-assessments/annual-statement.ts';
import { bodyKind } from './bodies/body.ts';
import { seatKind } from './bodies/seat.ts';
import { agendaItemKind } from './meetings/agenda-item.ts';
import { meetingKind } from './meetings/meeting.ts';
import { noteKind } from './notes/note.ts';
import { issuedPackKind } from './packs/issued-pack.ts';
import { packKind } from './packs/pack.ts';
import { namedVersionKind } from './papers/named-version.ts';
import { paperVersionKind } from './papers/paper-version.ts';
import { paperKind } from './papers/paper.ts';
import { organisationKind } from './people/organisation.ts';
import { personKind } from './people/person.ts';
import { frozenReviewKind } from './risk-reviews/frozen-review.ts';
import { riskReviewKind } from './risk-reviews/risk-review.ts';
import { riskActionKind } from './risks/risk-action.ts';
import { riskClusterKind } from './risks/risk-cluster.ts';
import { riskControlKind } from './risks/risk-control.ts';
import { riskEscalationKind } from './risks/risk-escalation.ts';
import { riskRegisterKind } from './risks/risk-register.ts';
import { riskSchemeKind } from './risks/risk-scheme.ts';
import { riskToleranceKind } from './risks/risk-tolerance.ts';
import { riskKind } from './risks/risk.ts';
import { workshopCardKind } from './workshops/workshop-card.ts';
import { workshopVoteKind } from './workshops/workshop-vote.ts';
import { workshopKind } from './workshops/workshop.ts';
import { listedWordKind } from './workspace/listed-word.ts';
import { workspaceKind } from './workspace/workspace.ts';

export const kinds: ReadonlyArray<Kind> = [
  workspaceKind,
  organisationKind,
  personKind,
  bodyKind,
  seatKind,
  meetingKind,
  agendaItemKind,
  paperKind,
  paperVersionKind,
  namedVersionKind,
  packKind,
  issuedPackKind,
  noteKind,
  listedWordKind,
  riskRegisterKind,
  riskSchemeKind,
  riskClusterKind,
  riskKind,
  riskControlKind,
  riskActionKind,
  riskToleranceKind,
  riskEscalationKind,
  riskReviewKind,
  frozenReviewKind,
  workshopKind,
  workshopCardKind,
  workshopVoteKind,
  annualAssessmentKind,
  annualStatementKind,
  annualRatingKind,
];
