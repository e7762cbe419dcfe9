import type { Command } from '#shared/changes/command.ts';
import { create, draft, set } from '#shared/changes/draft.ts';
import { organisationKind } from '#shared/domain/people/organisation.ts';
import { personKind } from '#shared/domain/people/person.ts';
import { ok, refuse } from '#shared/kernel/result.ts';
import { workspaceId, workspaceKind, type Workspace } from './workspace.ts';

/** What an officer fills in when the app is first opened. */
export interface Founding {
  readonly name: string;
  readonly role: string;
  readonly organisation: string;
  readonly workspaceName: string;
}

export type FoundingField = keyof Founding;

/** These fields are empty and must not be. */
export interface FieldsMissing {
  readonly type: 'FieldsMissing';
  readonly fields: ReadonlyArray<FoundingField>;
}

const wanted: ReadonlyArray<FoundingField> = ['name', 'role', 'organisation', 'workspaceName'];

/** Which of the fields are still empty, in the order of the form. */
export function missingFrom(founding: Founding): ReadonlyArray<FoundingField> {
  return wanted.filter((field) => founding[field].trim() === '');
}

/** A workspace of one's own: the workspace itself, the founder's organisation and the founder. */
export const foundWorkspace: Command<Founding, FieldsMissing> = (founding, context) => {
  const fields = missingFrom(founding);
  if (fields.length > 0) return refuse({ type: 'FieldsMissing', fields });
  const organisation = founding.organisation.trim();
  const organisationId = context.newId();
  return ok(
    draft('Started the workspace', '', [
      create(workspaceKind, workspaceId, { name: founding.workspaceName.trim(), organisation, isSample: false }),
      create(organisationKind, organisationId, { name: organisation }),
      create(personKind, context.newId(), {
        name: founding.name.trim(),
        jobTitle: founding.role.trim(),
        organisationId,
      }),
    ]),
  );
};

export interface ChangeWorkspace {
  readonly workspace: Workspace;
  readonly values: { readonly name?: string; readonly organisation?: string };
}

export const changeWorkspace: Command<ChangeWorkspace, { readonly type: 'NoName' }> = ({ workspace, values }) => {
  const name = values.name?.trim();
  const organisation = values.organisation?.trim();
  if (name === '' || organisation === '') return refuse({ type: 'NoName' });
  return ok(
    draft(name === undefined ? 'Changed the workspace’s organisation' : 'Renamed the workspace', '', [
      set(workspaceKind, workspace, {
        ...(name === undefined ? {} : { name }),
        ...(organisation === undefined ? {} : { organisation }),
      }),
    ]),
  );
};
