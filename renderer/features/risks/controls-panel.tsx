import { Plus } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { removeControl } from '#shared/domain/risks/risk-control.commands.ts';
import type { RiskControl } from '#shared/domain/risks/risk-control.ts';
import type { Risk } from '#shared/domain/risks/risk.ts';
import type { Adequacy } from '#shared/domain/risks/values.ts';
import { adequacyWords, assuranceWords } from '#shared/domain/risks/words.ts';
import { withYear } from '#shared/kernel/civil-date.ts';
import { run } from '#renderer/data/run.ts';
import type { OpenRegister } from '#renderer/data/risks/registers.ts';
import { useSession } from '#renderer/data/session-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { MenuButton } from '#renderer/ui/menu-button.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Status } from '#renderer/ui/status.tsx';
import { Table } from '#renderer/ui/table.tsx';
import type { Tone } from '#renderer/ui/tone.ts';
import { ControlDialog } from './control-dialog.tsx';

const adequacyTones: Readonly<Record<Adequacy, Tone>> = {
  adequate: 'green',
  partial: 'amber',
  inadequate: 'red',
  notAssessed: 'grey',
};

/** What is in place against the risk already, kept apart from what is still to be done. */
export function ControlsPanel({ open, risk }: { readonly open: OpenRegister; readonly risk: Risk }): ReactElement {
  const session = useSession();
  const [edited, setEdited] = useState<RiskControl | 'new' | null>(null);
  const controls = open.rows.controls.filter(({ riskIds }) => riskIds.includes(risk.id));
  const numbers = new Map(open.rows.risks.map(({ id, number }) => [id, number]));
  const shared = (control: RiskControl): string => {
    const others = control.riskIds.flatMap((id) => (id === risk.id ? [] : (numbers.get(id) ?? [])));
    return others.length === 0 ? '' : `Also for ${others.length === 1 ? 'risk' : 'risks'} ${others.join(', ')}`;
  };
  return (
    <Panel
      title="Controls in place"
      count={controls.length === 0 ? undefined : String(controls.length)}
      flush
      actions={
        <Button small icon={Plus} onPress={() => setEdited('new')}>
          Add control
        </Button>
      }
    >
      <Table
        caption="Controls in place"
        rows={controls}
        keyOf={({ id }) => id}
        empty={<EmptyState title="Nothing is in place yet" />}
        columns={[
          {
            id: 'text',
            header: 'Control',
            rowHeader: true,
            cell: (control) => (
              <>
                {control.text} <span className="muted small">{shared(control)}</span>
              </>
            ),
          },
          { id: 'owner', header: 'Kept up by', width: 9, hideWhenNarrow: true, cell: ({ owner }) => owner },
          {
            id: 'adequacy',
            header: 'Adequacy',
            width: 9,
            cell: ({ adequacy }) => <Status tone={adequacyTones[adequacy]}>{adequacyWords[adequacy]}</Status>,
          },
          {
            id: 'assurance',
            header: 'Assurance',
            width: 12,
            hideWhenNarrow: true,
            cell: ({ assuranceLine, lastAssuredOn }) =>
              `${assuranceWords[assuranceLine] ?? ''}${lastAssuredOn === null ? '' : `, last on ${withYear(lastAssuredOn)}`}`,
          },
          {
            id: 'more',
            header: 'More',
            hideHeader: true,
            width: 3,
            align: 'end',
            cell: (control) => (
              <MenuButton
                label={`More about the control ${control.text}`}
                iconOnly
                small
                sections={[
                  {
                    items: [
                      { id: 'change', label: 'Change', onChoose: () => setEdited(control) },
                      {
                        id: 'remove',
                        label: 'Take away from this risk',
                        danger: true,
                        onChoose: () => void run(session, removeControl, { control, riskId: risk.id }),
                      },
                    ],
                  },
                ]}
              />
            ),
          },
        ]}
      />
      {edited !== null && (
        <ControlDialog
          open={open}
          risk={risk}
          control={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </Panel>
  );
}
