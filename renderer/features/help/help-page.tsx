import { useState, type ReactElement } from 'react';
import { DefinitionList } from '#renderer/ui/definition-list.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { PageBody } from '#renderer/ui/page-body.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { GuideText } from './guide-text.tsx';
import { definitions, guides } from './guides.ts';
import { releases } from './releases.ts';
import styles from './help-page.module.css';
import { ShortcutList } from './shortcut-list.tsx';
import { shortcutGroups } from './shortcut-groups.ts';
import { SupportReportPanel } from './support-report-panel.tsx';

const tabs = [
  { id: 'guides', label: 'Guides' },
  { id: 'words', label: 'Words explained' },
  { id: 'keys', label: 'Keys' },
  { id: 'news', label: 'What’s new' },
  { id: 'support', label: 'Support report' },
] as const;

type Tab = (typeof tabs)[number]['id'];

/** Help, whole on this laptop: no network is needed. */
export function HelpPage(): ReactElement {
  const [tab, setTab] = useState<Tab>('guides');
  const [search, setSearch] = useState('');
  const wanted = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = (...texts: ReadonlyArray<string>): boolean => {
    const text = texts.join(' ').toLowerCase();
    return wanted.every((word) => text.includes(word));
  };
  const guidesFound = guides.filter(({ title, intro, steps, after }) => found(title, intro, ...steps, ...after));
  const wordsFound = definitions.filter(({ term, meaning }) => found(term, meaning));
  const keysFound = shortcutGroups.flatMap((group) => group.shortcuts).filter(({ keys, does }) => found(keys, does));
  const count = guidesFound.length + wordsFound.length + keysFound.length;

  return (
    <>
      <PageHeader title="Help" facts={[{ text: 'All of it is on this laptop' }]} />
      <PageBody layout="reading">
        <SearchField
          label="Search help"
          placeholder="Search help"
          width="l"
          value={search}
          onChange={setSearch}
          count={count === 1 ? '1 answer' : `${count} answers`}
        />
        {wanted.length === 0 ? (
          <Tabs
            label="Help"
            chosen={tab}
            tabs={tabs}
            onChoose={(id) => setTab(tabs.find((each) => each.id === id)?.id ?? 'guides')}
          >
            <div className={styles['stack']}>
              <TabOf tab={tab} />
            </div>
          </Tabs>
        ) : count === 0 ? (
          <EmptyState title={`Nothing found for “${search.trim()}”`} text="Try one word, such as quorum or pack." />
        ) : (
          <div className={styles['stack']}>
            {wordsFound.length > 0 && <Words shown={wordsFound} />}
            {keysFound.length > 0 && (
              <Panel title="Keys">
                <DefinitionList items={keysFound.map(({ keys, does }) => ({ term: keys, detail: does }))} />
              </Panel>
            )}
            {guidesFound.map((guide) => (
              <GuideText key={guide.id} guide={guide} />
            ))}
          </div>
        )}
      </PageBody>
    </>
  );
}

function TabOf({ tab }: { readonly tab: Tab }): ReactElement {
  switch (tab) {
    case 'guides':
      return (
        <>
          {guides.map((guide) => (
            <GuideText key={guide.id} guide={guide} />
          ))}
        </>
      );
    case 'words':
      return <Words shown={definitions} />;
    case 'keys':
      return (
        <Panel title="Keys">
          <ShortcutList />
        </Panel>
      );
    case 'news':
      return (
        <>
          {releases.map(({ version, news }) => (
            <Panel key={version} title={`Version ${version}`}>
              <ul className={styles['news']}>
                {news.map((item) => (
                  <li key={item}>{item}</li>
                ))}
              </ul>
            </Panel>
          ))}
        </>
      );
    case 'support':
      return <SupportReportPanel />;
  }
}

function Words({ shown }: { readonly shown: typeof definitions }): ReactElement {
  return (
    <Panel title="Words explained">
      <DefinitionList items={shown.map(({ term, meaning }) => ({ term, detail: meaning }))} />
    </Panel>
  );
}
