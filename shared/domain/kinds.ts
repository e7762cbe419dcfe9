/** The register of kinds: the one list from which tables, decoders, history labels and search are derived. */
import type { Kind } from '#shared/changes/kind.ts';
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
];
