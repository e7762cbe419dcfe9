import { Landmark, Plus, ShieldAlert } from 'lucide-react';
import { useState, type ReactElement, type ReactNode } from 'react';
import { withYear } from '#shared/kernel/civil-date.ts';
import { useRegisters, type OpenRegister } from '#renderer/data/risks/registers.ts';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { riskViews } from '#renderer/navigation/risk-views.ts';
import { useNewHere } from '#renderer/navigation/use-new-here.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { PageBody } from '#renderer/ui/page-body.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { RecordList } from '#renderer/ui/record-list.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { TabLinks } from '#renderer/ui/tab-links.tsx';
import { AddRegisterDialog } from './add-register-dialog.tsx';
import { AddRiskDialog } from './add-risk-dialog.tsx';
import { RegisterOverview } from './register-overview.tsx';

export interface RisksPageProps {
  /** `null` for the only register, or a list to choose from. */
  readonly registerId: string | null;
  /** Buttons of other features, for the register that is shown. */
  readonly actionsFor?: ((open: OpenRegister) => ReactNode) | undefined;
  /** What stands above the grid: how far the review at work is. */
  readonly aboveFor?: ((open: OpenRegister) => ReactNode) | undefined;
}

/** A risk register at a glance. Where there are several, they are chosen from first. */
export function RisksPage({ registerId, actionsFor, aboveFor }: RisksPageProps): ReactElement {
  const registers = useRegisters();
  const [isAdding, setAdding] = useState(false);
  if (registers === undefined) return <Skeleton rows={8} label="Opening the risks" />;
  const [only] = registers.values();
  const chosen = registerId === null && registers.size === 1 ? only : registers.get(registerId ?? '');
  if (chosen !== undefined)
    return (
      <RegisterPage
        open={chosen}
        hasOthers={registers.size > 1}
        actions={actionsFor?.(chosen)}
        above={aboveFor?.(chosen)}
      />
    );
  return (
    <>
      <PageHeader
        title="Risks"
        actions={registers.size > 0 && <Button onPress={() => setAdding(true)}>Add another register</Button>}
      />
      <PageBody>
        {registers.size === 0 ? (
          <EmptyState
            icon={ShieldAlert}
            title="No risk register yet"
            text="A register holds what might stop the partnership from reaching what it is for, and what is done about it. The board looks through it every three months."
            action={
              <Button kind="primary" onPress={() => setAdding(true)}>
                Set up a risk register
              </Button>
            }
          />
        ) : (
          <RecordList
            items={[...registers.values()].map(({ rows, now }) => ({
              id: rows.register.id,
              icon: ShieldAlert,
              title: rows.register.name,
              href: hrefTo(pathTo.riskRegister(rows.register.id)),
              detail: `${rows.bodyName}, ${liveInWords(now)}`,
            }))}
          />
        )}
        {registerId !== null && registers.size > 0 && <p>The register you were looking for is no longer here.</p>}
      </PageBody>
      {isAdding && <AddRegisterDialog onClose={() => setAdding(false)} />}
    </>
  );
}

function liveInWords(now: OpenRegister['now']): string {
  const live = (now?.risks ?? []).filter(({ status }) => status === 'open' || status === 'escalated').length;
  return live === 1 ? '1 open risk' : `${live} open risks`;
}

interface RegisterPageProps {
  readonly open: OpenRegister;
  readonly hasOthers: boolean;
  readonly actions: ReactNode;
  readonly above: ReactNode;
}

function RegisterPage({ open, hasOthers, actions, above }: RegisterPageProps): ReactElement {
  const [isAdding, setAdding] = useState(false);
  const { register, bodyName } = open.rows;
  useNewHere(() => setAdding(true));
  return (
    <>
      <PageHeader
        title={register.name}
        breadcrumbs={
          hasOthers ? [{ label: 'Risks', href: hrefTo(pathTo.section('risks')) }, { label: register.name }] : undefined
        }
        facts={[
          { icon: Landmark, text: bodyName },
          { icon: ShieldAlert, text: liveInWords(open.now) },
          ...(open.last?.asAt === null || open.last === null
            ? []
            : [{ text: `Last reviewed as at ${withYear(open.last.asAt)}` }]),
        ]}
        actions={
          <>
            {actions}
            <Button icon={Plus} kind={actions === undefined ? 'primary' : 'secondary'} onPress={() => setAdding(true)}>
              Add risk
            </Button>
          </>
        }
        tabs={<TabLinks label="Pages about this register" tabs={riskViews(register.id, 'overview')} />}
      />
      <PageBody>
        {above}
        <RegisterOverview open={open} />
      </PageBody>
      {isAdding && <AddRiskDialog open={open} onClose={() => setAdding(false)} />}
    </>
  );
}
