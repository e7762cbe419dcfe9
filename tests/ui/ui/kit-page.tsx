/** A page made of the kit alone, for trying it in a real browser. */
import '#renderer/ui/kit.css';
import { CalendarDays, FileText, History, Plus, Sun, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { civilDate, type CivilDate } from '#shared/kernel/civil-date.ts';
import { ActionBar } from '#renderer/ui/action-bar.tsx';
import { CheckboxGroup } from '#renderer/ui/checkbox-group.tsx';
import { Columns } from '#renderer/ui/columns.tsx';
import { ConfirmDialog } from '#renderer/ui/confirm-dialog.tsx';
import { CountBadge } from '#renderer/ui/count-badge.tsx';
import { DeadlineStrip } from '#renderer/ui/deadline-strip.tsx';
import { DefinitionList } from '#renderer/ui/definition-list.tsx';
import { DiffText } from '#renderer/ui/diff-text.tsx';
import { DropArea } from '#renderer/ui/drop-area.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FileButton } from '#renderer/ui/file-button.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { PersonChip } from '#renderer/ui/person-chip.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { SampleBanner } from '#renderer/ui/sample-banner.tsx';
import { TaskList } from '#renderer/ui/task-list.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { Timeline } from '#renderer/ui/timeline.tsx';
import { ToastRegion } from '#renderer/ui/toast-region.tsx';
import { AppFrame } from '#renderer/ui/app-frame.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { ChoiceBar } from '#renderer/ui/choice-bar.tsx';
import { ComboBox } from '#renderer/ui/combo-box.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { JobProgress } from '#renderer/ui/job-progress.tsx';
import { KitProvider } from '#renderer/ui/kit-provider.tsx';
import { MenuButton } from '#renderer/ui/menu-button.tsx';
import { PageBody } from '#renderer/ui/page-body.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { ReorderList } from '#renderer/ui/reorder-list.tsx';
import { SaveState } from '#renderer/ui/save-state.tsx';
import { SearchButton } from '#renderer/ui/search-button.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Stack } from '#renderer/ui/stack.tsx';
import { StatRow } from '#renderer/ui/stat-row.tsx';
import { Switch } from '#renderer/ui/switch.tsx';
import { TabLinks } from '#renderer/ui/tab-links.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { UndoButtons } from '#renderer/ui/undo-buttons.tsx';

const register = Array.from({ length: 2000 }, (_, place) => ({ id: `a${place}`, title: `Action ${place}` }));
const agenda = ['Welcome', 'Finance', 'Transport', 'Close'];

function Page() {
  const [order, setOrder] = useState(agenda);
  const [title, setTitle] = useState('Rural transport pilot');
  const [date, setDate] = useState<CivilDate | null>(null);
  const [lead, setLead] = useState('');
  const [on, setOn] = useState(true);
  const [view, setView] = useState('current');
  const [open, setOpen] = useState(false);
  const [leaving, setLeaving] = useState(false);
  return (
    <KitProvider>
      <AppFrame
        workspace="Westmere Rural"
        person="Helen Marsh, Clerk"
        navigation={[
          { href: '#/', label: 'Today', icon: Sun, current: true },
          { href: '#/meetings', label: 'Meetings', icon: CalendarDays, current: false },
          { href: '#/papers', label: 'Papers', icon: FileText, count: 4, countMeans: 'not in', current: false },
        ]}
        workspaceNavigation={[{ href: '#/history', label: 'History', icon: History, current: false }]}
        undo={<UndoButtons undo={{ label: 'Undo moving item 5', onPress: () => {} }} redo={null} />}
        search={<SearchButton onPress={() => {}} />}
        banner={<SampleBanner actions={<Button small>Leave the sample</Button>} />}
        saveState={<SaveState state={{ type: 'saved', at: '9:41am' }} />}
      >
        <PageHeader
          title="Partnership Board, 10 December 2026"
          breadcrumbs={[{ label: 'Meetings', href: '#/meetings' }, { label: 'Partnership Board' }]}
          facts={[{ icon: CalendarDays, text: 'Thursday, 10am to 12:30pm' }]}
          actions={
            <>
              <Button blockedBecause="Add an agenda first">Build pack</Button>
              <Button kind="primary" icon={Plus} onPress={() => setOpen(true)}>
                Plan a meeting
              </Button>
            </>
          }
          tabs={<TabLinks label="Meeting" tabs={[{ href: '#/a', label: 'Agenda and papers', current: true }]} />}
        />
        <DeadlineStrip
          label="Deadlines"
          steps={[
            { id: 'agreed', label: 'Agenda agreed', date: '20 Nov', state: 'done' },
            { id: 'in', label: 'Papers in', date: 'Fri 27 Nov', note: '4 days left', state: 'now' },
            { id: 'send', label: 'Send pack', date: 'Wed 2 Dec', state: 'coming' },
          ]}
        />
        <PageBody
          side={
            <Panel title="Pack">
              <JobProgress label="Building the pack" done={6} total={10} onCancel={() => {}} />
            </Panel>
          }
        >
          <StatRow label="At a glance" stats={[{ label: 'Actions', value: '17', note: '3 overdue', tone: 'red' }]} />
          <Banner tone="warning" title="Two papers are not in" actions={<Button small>Chase</Button>} />
          <Panel title="Agenda" flush>
            <ReorderList
              label="Agenda"
              items={order}
              idOf={(item) => item}
              textOf={(item) => item}
              onMove={(id, { place, of }) => {
                const others = order.filter((item) => item !== id);
                others.splice(others.indexOf(of) + (place === 'after' ? 1 : 0), 0, id);
                setOrder(others);
              }}
              columns={[
                { id: 'item', header: 'Item', cell: (item) => item },
                { id: 'paper', header: 'Paper', track: '7rem', cell: () => <Tag tone="green">Ready</Tag> },
                {
                  id: 'more',
                  header: 'More',
                  hideHeader: true,
                  track: '2rem',
                  cell: (item) => (
                    <MenuButton
                      small
                      iconOnly
                      label={`More for ${item}`}
                      sections={[{ items: [{ id: 'remove', label: 'Remove', icon: Trash2, onChoose: () => {} }] }]}
                    />
                  ),
                },
              ]}
            />
          </Panel>
          <Panel title="Fields">
            <Stack>
              <TextField label="Title" value={title} onChange={setTitle} hint="As on the agenda" />
              <TextField id="place" label="Place" value="" onChange={() => {}} error="Enter a place" />
              <TextArea label="Resolved" value={title} onChange={setTitle} />
              <DateField label="Meeting date" value={date} today={civilDate('2026-11-23')} onChange={setDate} />
              <Select
                label="Purpose"
                value=""
                onChange={() => {}}
                placeholder="Choose a purpose"
                options={[{ value: 'decision', label: 'Decision' }]}
              />
              <ComboBox
                label="Lead"
                value={lead}
                onChange={setLead}
                freeText
                options={[{ id: 'helen', label: 'Helen Marsh', detail: 'Clerk' }]}
              />
              <Checkbox label="Cover and agenda" checked={on} onChange={setOn} />
              <Switch label="Larger text" checked={on} onChange={setOn} />
              <ChoiceBar
                label="View"
                value={view}
                onChange={setView}
                options={[
                  { value: 'current', label: 'Current' },
                  { value: 'target', label: 'Target' },
                ]}
              />
            </Stack>
          </Panel>
          <Columns>
            <DropArea label="Drop files to add them" onFiles={() => {}}>
              <Panel title="Papers">
                <FileButton onFiles={() => {}}>Attach files</FileButton>
                <CheckboxGroup
                  label="Include"
                  chosen={['cover']}
                  options={[{ value: 'cover', label: 'Cover', hint: 'With the crest' }]}
                  onChange={() => {}}
                />
                <RadioGroup
                  label="Keep"
                  value="yours"
                  options={[{ value: 'yours', label: 'Keep yours' }]}
                  onChange={() => {}}
                />
              </Panel>
            </DropArea>
            <Panel title="Record" actions={<CountBadge count={4} means="changes" />}>
              <Tabs label="Record" tabs={[{ id: 'facts', label: 'Facts' }]} chosen="facts" onChoose={() => {}}>
                <DefinitionList items={[{ term: 'Lead', detail: <PersonChip name="Mo Okafor" post="Chair" /> }]} />
              </Tabs>
              <p>
                <DiffText
                  parts={[
                    { type: 'removed', text: 'January' },
                    { type: 'added', text: 'March' },
                  ]}
                />
              </p>
              <Timeline
                label="History"
                events={[{ id: 'moved', label: 'Item moved', by: 'Mo Okafor', time: 'Today' }]}
              />
              <IconButton label="Remove" icon={Trash2} onPress={() => setLeaving(true)} />
            </Panel>
            <Panel title="Coming up" flush>
              <TaskList
                tasks={[
                  {
                    id: 'chase',
                    when: { main: 'Today' },
                    title: 'Chase 2 papers',
                    action: <Button small>Chase</Button>,
                  },
                ]}
              />
              <EmptyState icon={CalendarDays} title="Nothing due" text="Plan your next meeting." />
            </Panel>
          </Columns>
          <Panel title="Actions" flush>
            <Table
              caption="All actions"
              maxHeight={16}
              rows={register}
              keyOf={(row) => row.id}
              hrefOf={(row) => `#/actions/${row.id}`}
              columns={[{ id: 'title', header: 'Action', rowHeader: true, cell: (row) => row.title }]}
            />
          </Panel>
        </PageBody>
        <ActionBar note="Nothing has changed yet.">
          <Button>Not now</Button>
        </ActionBar>
        <ToastRegion toasts={[{ id: 'moved', text: 'Moved item 5', tone: 'green' }]} onDismiss={() => {}} />
        <ConfirmDialog
          open={leaving}
          onClose={() => setLeaving(false)}
          onConfirm={() => setLeaving(false)}
          title="Remove it?"
          confirmLabel="Remove"
          danger
        >
          <p>It cannot be brought back.</p>
        </ConfirmDialog>
        <Dialog
          open={open}
          onClose={() => setOpen(false)}
          title="Plan a meeting"
          onSubmit={() => setOpen(false)}
          footer={
            <Button kind="primary" submit>
              Save
            </Button>
          }
        >
          <TextField label="Name" value={title} onChange={setTitle} />
        </Dialog>
      </AppFrame>
    </KitProvider>
  );
}

const wanted = new URLSearchParams(window.location.search).get('text');
if (wanted !== null) document.documentElement.dataset['textSize'] = wanted;
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<Page />);
