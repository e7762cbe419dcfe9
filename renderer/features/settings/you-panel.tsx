import { useState, type ReactElement } from 'react';
import { changeWorkspace } from '#shared/domain/workspace/workspace.commands.ts';
import { workspaceId, workspaceKind, type Workspace } from '#shared/domain/workspace/workspace.ts';
import { rowsOf } from '#renderer/data/database.ts';
import { run } from '#renderer/data/run.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { renameMe, type Session } from '#renderer/data/session.ts';
import { useDraft } from '#renderer/data/use-draft.ts';
import { FormRow } from '#renderer/ui/form-row.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';

export interface YouPanelProps {
  readonly onRename: (session: Session) => void;
}

/** Who sits at this laptop, and what the workspace is called. */
export function YouPanel({ onRename }: YouPanelProps): ReactElement {
  const session = useSession();
  const workspace = useLive((database) => rowsOf(database, workspaceKind).get(workspaceId), []);
  const [nameError, setNameError] = useState<string | undefined>(undefined);
  const { me } = session;

  async function renamed(founder: { readonly name: string; readonly role: string }): Promise<void> {
    if (founder.name === '') {
      setNameError('Enter your name');
      return;
    }
    setNameError(undefined);
    onRename(await renameMe(session, founder));
  }
  const name = useDraft(me.name, (value) => void renamed({ name: value.trim(), role: me.role }));
  const role = useDraft(me.role, (value) => void renamed({ name: me.name, role: value.trim() }));

  return (
    <Panel title="You and this workspace">
      <FormRow>
        <TextField
          label="Your name"
          hint="Stands beside what you do from now on"
          value={name.value}
          error={nameError}
          onChange={(text) => name.change(text.slice(0, 200))}
          onCommit={name.flush}
        />
        <TextField
          label="Your role"
          hint="For example: clerk"
          value={role.value}
          onChange={(text) => role.change(text.slice(0, 200))}
          onCommit={role.flush}
        />
      </FormRow>
      {workspace !== undefined && <WorkspaceFields workspace={workspace} />}
    </Panel>
  );
}

function WorkspaceFields({ workspace }: { readonly workspace: Workspace }): ReactElement {
  const session = useSession();
  const [errors, setErrors] = useState<{ readonly name?: string; readonly organisation?: string }>({});

  async function keep(field: 'name' | 'organisation', value: string): Promise<void> {
    const result = await run(session, changeWorkspace, { workspace, values: { [field]: value } });
    const isEmpty = !result.ok && result.refusal.type === 'NoName';
    const words = field === 'name' ? 'Enter a name for the workspace' : 'Enter your organisation';
    setErrors(isEmpty ? { [field]: words } : {});
  }
  const name = useDraft(workspace.name, (value) => void keep('name', value));
  const organisation = useDraft(workspace.organisation, (value) => void keep('organisation', value));

  return (
    <FormRow>
      <TextField
        label="Workspace name"
        value={name.value}
        error={errors.name}
        onChange={(text) => name.change(text.slice(0, 200))}
        onCommit={name.flush}
      />
      <TextField
        label="Organisation"
        value={organisation.value}
        error={errors.organisation}
        onChange={(text) => organisation.change(text.slice(0, 200))}
        onCommit={organisation.flush}
      />
    </FormRow>
  );
}
