import { Building2, Landmark, Plus, Users } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { Organisation } from '#shared/domain/people/organisation.ts';
import type { Person } from '#shared/domain/people/person.ts';
import { useLive } from '#renderer/data/session-context.tsx';
import { intentTaken, useIntent } from '#renderer/navigation/intent.store.ts';
import { useNewHere } from '#renderer/navigation/use-new-here.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { PageBody } from '#renderer/ui/page-body.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { Stack } from '#renderer/ui/stack.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { AddBodyDialog } from './add-body-dialog.tsx';
import { BodiesTable } from './bodies-table.tsx';
import { OrganisationDialog } from './organisation-dialog.tsx';
import { OrganisationsTable } from './organisations-table.tsx';
import { readPartners, type Partners } from './partners.queries.ts';
import { PeopleTable } from './people-table.tsx';
import { PersonDialog } from './person-dialog.tsx';

const tabIds = ['bodies', 'organisations', 'people'] as const;
type Tab = (typeof tabIds)[number];

type Shown =
  | { readonly type: 'addBody' }
  | { readonly type: 'organisation'; readonly id: string | null }
  | { readonly type: 'person'; readonly id: string | null };

const added: Readonly<Record<Tab, { readonly label: string; readonly shown: Shown }>> = {
  bodies: { label: 'Add body', shown: { type: 'addBody' } },
  organisations: { label: 'Add organisation', shown: { type: 'organisation', id: null } },
  people: { label: 'Add person', shown: { type: 'person', id: null } },
};

/** Who the partners are: the bodies that meet, the organisations, the people. */
export function PartnersPage(): ReactElement {
  const [tab, setTab] = useState<Tab>('bodies');
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState<Shown | null>(null);
  const isAsked = useIntent('addBody');
  const partners = useLive(readPartners, []);

  function closed(): void {
    setShown(null);
    if (isAsked) intentTaken();
  }

  const { label, shown: adding } = added[tab];
  useNewHere(() => setShown(adding));
  return (
    <>
      <PageHeader
        title="Partners and bodies"
        actions={
          <Button kind="primary" icon={Plus} onPress={() => setShown(adding)}>
            {label}
          </Button>
        }
      />
      <PageBody>
        {partners === undefined ? (
          <Skeleton rows={6} label="Reading partners and bodies" />
        ) : (
          <Tabs
            label="Partners and bodies"
            chosen={tab}
            onChoose={(id) => setTab(tabIds.find((each) => each === id) ?? 'bodies')}
            tabs={[
              { id: 'bodies', label: 'Bodies', count: partners.bodies.length },
              { id: 'organisations', label: 'Organisations', count: partners.organisations.length },
              { id: 'people', label: 'People', count: partners.people.length },
            ]}
          >
            <ListOf tab={tab} partners={partners} search={search} onSearch={setSearch} onShow={setShown} />
          </Tabs>
        )}
      </PageBody>
      {partners !== undefined && (
        <Showing shown={isAsked ? { type: 'addBody' } : shown} partners={partners} onClose={closed} />
      )}
    </>
  );
}

interface ShowingProps {
  readonly shown: Shown | null;
  readonly partners: Partners;
  readonly onClose: () => void;
}

function Showing({ shown, partners, onClose }: ShowingProps): ReactElement | null {
  switch (shown?.type) {
    case undefined:
      return null;
    case 'addBody':
      return <AddBodyDialog bodies={partners.bodies} onClose={onClose} />;
    case 'organisation': {
      const organisation = partners.organisations.find((each) => each.id === shown.id) ?? null;
      return <OrganisationDialog organisation={organisation} partners={partners} onClose={onClose} />;
    }
    case 'person': {
      const person = partners.people.find((each) => each.id === shown.id) ?? null;
      return <PersonDialog person={person} partners={partners} onClose={onClose} />;
    }
  }
}

interface ListOfProps {
  readonly tab: Tab;
  readonly partners: Partners;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly onShow: (shown: Shown) => void;
}

function ListOf({ tab, partners, search, onSearch, onShow }: ListOfProps): ReactElement {
  const wanted = search.trim().toLowerCase();
  const names = new Map(partners.organisations.map(({ id, name }) => [id, name]));
  const holds = (...texts: ReadonlyArray<string>): boolean => texts.join(' ').toLowerCase().includes(wanted);
  const bodies = partners.bodies.filter(({ name, purpose }) => holds(name, purpose));
  const organisations = partners.organisations.filter(({ name, note }: Organisation) => holds(name, note));
  const people = partners.people.filter(({ name, jobTitle, organisationId }: Person) =>
    holds(name, jobTitle, names.get(organisationId ?? '') ?? ''),
  );
  const [found, all] = {
    bodies: [bodies.length, partners.bodies.length] as const,
    organisations: [organisations.length, partners.organisations.length] as const,
    people: [people.length, partners.people.length] as const,
  }[tab];
  if (all === 0) return <FirstOf tab={tab} onAdd={() => onShow(added[tab].shown)} />;
  return (
    <Stack>
      <SearchField
        label={`Search ${tab}`}
        placeholder={`Search ${tab}`}
        value={search}
        onChange={onSearch}
        count={`${found} of ${all}`}
      />
      {found === 0 ? (
        <EmptyState title={`None of the ${tab} match “${search.trim()}”`} text="Try a shorter word." />
      ) : tab === 'bodies' ? (
        <BodiesTable bodies={bodies} partners={partners} />
      ) : tab === 'organisations' ? (
        <OrganisationsTable
          organisations={organisations}
          partners={partners}
          onOpen={(id) => onShow({ type: 'organisation', id })}
        />
      ) : (
        <PeopleTable people={people} partners={partners} onOpen={(id) => onShow({ type: 'person', id })} />
      )}
    </Stack>
  );
}

const firsts = {
  bodies: {
    icon: Landmark,
    title: 'Add your first body',
    text: 'A body is anything that meets: a board, its executive group, a local group. Its seats, standing items and deadlines are kept with it.',
  },
  organisations: {
    icon: Building2,
    title: 'Add your first organisation',
    text: 'Organisations are the partners: councils, health, police, the voluntary sector. They have seats on your bodies.',
  },
  people: {
    icon: Users,
    title: 'Add the first person',
    text: 'People sit on bodies as members or named deputies, and lead items on agendas.',
  },
} as const;

function FirstOf({ tab, onAdd }: { readonly tab: Tab; readonly onAdd: () => void }): ReactElement {
  const { icon, title, text } = firsts[tab];
  return (
    <EmptyState
      icon={icon}
      title={title}
      text={text}
      action={
        <Button icon={Plus} onPress={onAdd}>
          {added[tab].label}
        </Button>
      }
    />
  );
}
