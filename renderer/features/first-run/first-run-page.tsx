import { FlaskConical, HardDrive, Save, WifiOff } from 'lucide-react';
import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { missingFrom, type Founding, type FoundingField } from '#shared/domain/workspace/workspace.commands.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorSummary } from '#renderer/ui/error-summary.tsx';
import { FormRow } from '#renderer/ui/form-row.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import styles from './first-run-page.module.css';

export interface FirstRunPageProps {
  readonly onStart: (founder: Founding) => Promise<void>;
  /** Their name and role where they have been filled in. */
  readonly onSample: (founder?: { readonly name: string; readonly role: string }) => Promise<void>;
  /** The way into a colleague's workspace; put in by the app. */
  readonly join: ReactNode;
  /** The way back to a workspace of one's own that is gone; put in by the app. */
  readonly backup?: ReactNode;
  /** A workspace is being made. */
  readonly busy: boolean;
  /** What went wrong at the last try, in words. */
  readonly failure?: string | undefined;
}

interface FieldText {
  readonly label: string;
  readonly hint: string;
  readonly missing: string;
  readonly autoComplete: string;
}

const fields: Readonly<Record<FoundingField, FieldText>> = {
  name: {
    label: 'Your name',
    hint: 'As it should stand beside what you do',
    missing: 'Enter your name',
    autoComplete: 'name',
  },
  role: {
    label: 'Your role',
    hint: 'For example: clerk',
    missing: 'Enter your role',
    autoComplete: 'organization-title',
  },
  organisation: {
    label: 'Organisation',
    hint: 'The one you work for',
    missing: 'Enter your organisation',
    autoComplete: 'organization',
  },
  workspaceName: {
    label: 'Workspace name',
    hint: 'For example: the partnership’s name',
    missing: 'Enter a name for the workspace',
    autoComplete: 'off',
  },
};

const order: ReadonlyArray<FoundingField> = ['name', 'role', 'organisation', 'workspaceName'];

export function FirstRunPage({ onStart, onSample, join, backup, busy, failure }: FirstRunPageProps): ReactElement {
  const formId = useId();
  const [founding, setFounding] = useState<Founding>({ name: '', role: '', organisation: '', workspaceName: '' });
  const [attempt, setAttempt] = useState(0);
  const [pressed, setPressed] = useState<'start' | 'sample'>('start');
  const missing = attempt === 0 ? [] : missingFrom(founding);

  function started(): void {
    if (busy) return;
    setAttempt(attempt + 1);
    if (missingFrom(founding).length > 0) return;
    setPressed('start');
    void onStart(founding);
  }

  function sampleAsked(): void {
    if (busy) return;
    setPressed('sample');
    const { name, role } = founding;
    void (name.trim() === '' ? onSample() : onSample({ name: name.trim(), role: role.trim() }));
  }

  function field(name: FoundingField): ReactElement {
    const { label, hint, missing: words, autoComplete } = fields[name];
    return (
      <TextField
        key={name}
        id={`${formId}-${name}`}
        label={label}
        hint={hint}
        value={founding[name]}
        autoComplete={autoComplete}
        spellCheck={false}
        autoFocus={name === 'name'}
        required
        error={missing.includes(name) ? words : undefined}
        onChange={(value) => setFounding({ ...founding, [name]: value.slice(0, 200) })}
      />
    );
  }

  return (
    <div className={styles['page']}>
      <main className={styles['main']} id="main">
        <header className={styles['header']}>
          <span className={styles['mark']} aria-hidden="true">
            P
          </span>
          <div>
            <h1>Welcome to Packhorse</h1>
            <p className="muted">Agendas, papers and board packs, on your own laptop.</p>
          </div>
        </header>
        {backup}
        <div className={styles['columns']}>
          <form
            className={styles['form']}
            noValidate
            aria-labelledby={`${formId}-title`}
            onSubmit={(event) => {
              event.preventDefault();
              started();
            }}
          >
            <ErrorSummary
              attempt={attempt}
              problems={missing.map((name) => ({ fieldId: `${formId}-${name}`, text: fields[name].missing }))}
            />
            {failure !== undefined && <Banner tone="error" title={failure} announce />}
            <h2 id={`${formId}-title`}>Start your own workspace</h2>
            <FormRow>{order.slice(0, 2).map(field)}</FormRow>
            <FormRow>{order.slice(2).map(field)}</FormRow>
            <div>
              <Button kind="primary" submit pending={busy && pressed === 'start'} pendingLabel="Starting the workspace">
                Start a new workspace
              </Button>
            </div>
            <section className={styles['sample']} aria-labelledby={`${formId}-join`}>
              <h2 id={`${formId}-join`}>Or join a colleague’s, or bring back your own</h2>
              <p>
                A colleague who uses Packhorse makes you a bundle, and tells you its passphrase by phone. You then both
                hold the same workspace, and swap what changes by file. A backup of your own comes back the same way.
              </p>
              <div>{join}</div>
            </section>
            <section className={styles['sample']} aria-labelledby={`${formId}-sample`}>
              <h2 id={`${formId}-sample`}>Or look round first</h2>
              <p>
                The sample is an invented partnership with a year of meetings and papers. Change what you like: nothing
                in it is real, and you can leave it at any time without a trace.
              </p>
              <div>
                <Button
                  icon={FlaskConical}
                  onPress={sampleAsked}
                  pending={busy && pressed === 'sample'}
                  pendingLabel="Opening the sample"
                >
                  Try the sample
                </Button>
              </div>
            </section>
          </form>
          <aside className={styles['facts']} aria-label="Good to know">
            <ul>
              <li>
                <Icon of={HardDrive} />
                <div>
                  <h3>Kept on this laptop</h3>
                  <p>Your work stays here. Nothing is sent anywhere, and you need no account.</p>
                </div>
              </li>
              <li>
                <Icon of={Save} />
                <div>
                  <h3>Saved as you type</h3>
                  <p>There is no Save button. You can undo any change, even after a restart.</p>
                </div>
              </li>
              <li>
                <Icon of={WifiOff} />
                <div>
                  <h3>Works without a network</h3>
                  <p>On the train, in the hall, in the village with no signal.</p>
                </div>
              </li>
            </ul>
            <div className={styles['backup']}>
              <h3>About backups</h3>
              <p>
                Packhorse backs itself up every day on this laptop. Because the work is on this laptop alone, losing the
                laptop means losing the work: under Settings and backup, have the backups copied to a stick or a shared
                folder too.
              </p>
            </div>
          </aside>
        </div>
      </main>
    </div>
  );
}
