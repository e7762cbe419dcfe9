import { Maximize2, Minimize2, Presentation } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { endWorkshop, startWorkshop } from '#shared/domain/workshops/workshop.commands.ts';
import type { Workshop } from '#shared/domain/workshops/workshop.ts';
import { withYear, yearOf } from '#shared/kernel/civil-date.ts';
import { run } from '#renderer/data/run.ts';
import { useRegister, type OpenRegister } from '#renderer/data/risks/registers.ts';
import { useLive, useSession } from '#renderer/data/session-context.tsx';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { riskViews } from '#renderer/navigation/risk-views.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { PageBody } from '#renderer/ui/page-body.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { TabLinks } from '#renderer/ui/tab-links.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { CardsBoard } from './cards-board.tsx';
import { VotesPanel } from './votes-panel.tsx';
import { readWorkshop, readWorkshops } from './workshop.queries.ts';
import styles from './workshop.module.css';

/** The annual identification of risks: cards written fast, gathered, turned into scenarios and voted on. */
export function WorkshopPage({ registerId }: { readonly registerId: string }): ReactElement {
  const session = useSession();
  const open = useRegister(registerId);
  const workshops = useLive((database) => readWorkshops(database, registerId), [registerId]);
  const [chosenId, setChosen] = useState<string | null>(null);
  const [isLarge, setLarge] = useState(false);
  if (open === undefined || workshops === undefined) return <Skeleton rows={6} label="Opening the workshop" />;
  if (open === null) {
    return (
      <>
        <PageHeader title="Not here" />
        <PageBody>
          <EmptyState
            title="This register is not here"
            action={<LinkButton href={hrefTo(pathTo.section('risks'))}>Go to risks</LinkButton>}
          />
        </PageBody>
      </>
    );
  }
  const { register } = open.rows;
  const workshop =
    workshops.find(({ id }) => id === chosenId) ?? workshops.find(({ isOver }) => !isOver) ?? workshops[0];
  const start = (
    <Button
      kind={workshop === undefined || workshop.isOver ? 'primary' : 'secondary'}
      icon={Presentation}
      onPress={() => {
        const id = session.newId();
        const name = `Workshop of ${yearOf(session.today)}`;
        void run(session, startWorkshop, { id, registerId, name }).then(() => setChosen(id));
      }}
    >
      Start workshop
    </Button>
  );
  return (
    <>
      <PageHeader
        title={register.name}
        breadcrumbs={[{ label: 'Risks', href: hrefTo(pathTo.section('risks')) }, { label: register.name }]}
        actions={
          <>
            {workshop !== undefined && (
              <Button icon={isLarge ? Minimize2 : Maximize2} onPress={() => setLarge(!isLarge)}>
                {isLarge ? 'Ordinary size' : 'Large, for the room'}
              </Button>
            )}
            {workshop !== undefined && !workshop.isOver && (
              <Button onPress={() => void run(session, endWorkshop, { workshop })}>End workshop</Button>
            )}
            {start}
          </>
        }
        tabs={<TabLinks label="Pages about this register" tabs={riskViews(register.id, 'workshop')} />}
      />
      <PageBody>
        {workshop === undefined ? (
          <EmptyState
            icon={Presentation}
            title="No workshop yet"
            text="Once a year the board asks what might stop it. Write down what is called out, gather it under themes, make scenarios of it, and agree where each stands on the matrix."
            action={start}
          />
        ) : (
          <>
            {workshops.length > 1 && (
              <Select
                label="Workshop"
                value={workshop.id}
                options={workshops.map(({ id, name, heldOn, isOver }) => ({
                  value: id,
                  label: `${name}${heldOn === null ? '' : `, ${withYear(heldOn)}`}${isOver ? ', over' : ''}`,
                }))}
                onChange={setChosen}
              />
            )}
            <div className={isLarge ? styles['large'] : undefined}>
              <Steps key={workshop.id} open={open} workshop={workshop} isLarge={isLarge} />
            </div>
          </>
        )}
      </PageBody>
    </>
  );
}

interface StepsProps {
  readonly open: OpenRegister;
  readonly workshop: Workshop;
  readonly isLarge: boolean;
}

function Steps({ open, workshop, isLarge }: StepsProps): ReactElement {
  const [step, setStep] = useState<'cards' | 'votes'>('cards');
  const read = useLive((database) => readWorkshop(database, workshop.id), [workshop.id]);
  if (read === undefined) return <Skeleton rows={5} label="Reading the cards" />;
  const made = new Set(read.cards.flatMap(({ riskId }) => riskId ?? []));
  return (
    <>
      <p className={styles['question']}>{open.rows.register.prompt}</p>
      <Tabs
        label="Steps of the workshop"
        chosen={step}
        onChoose={(id) => setStep(id === 'votes' ? 'votes' : 'cards')}
        tabs={[
          { id: 'cards', label: 'Cards and scenarios', count: read.cards.length },
          { id: 'votes', label: 'Votes and agreement', count: made.size },
        ]}
      >
        {step === 'cards' ? (
          <CardsBoard open={open} workshop={workshop} cards={read.cards} />
        ) : (
          <VotesPanel open={open} workshop={workshop} made={made} votes={read.votes} isLarge={isLarge} />
        )}
      </Tabs>
    </>
  );
}
