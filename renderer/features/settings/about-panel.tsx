import { useEffect, useState, type ReactElement } from 'react';
import type { HostAbout } from '#shared/host/contract.ts';
import { useHost } from '#renderer/host/host-context.ts';
import { DefinitionList } from '#renderer/ui/definition-list.tsx';
import { Panel } from '#renderer/ui/panel.tsx';

/** Which Packhorse this is. */
export function AboutPanel(): ReactElement {
  const host = useHost();
  const [about, setAbout] = useState<HostAbout | null>(null);
  useEffect(() => {
    let isHere = true;
    void host.about(null).then((answer) => {
      if (isHere) setAbout(answer);
    });
    return () => {
      isHere = false;
    };
  }, [host]);
  return (
    <Panel title="About Packhorse">
      <DefinitionList
        items={[
          { term: 'Version', detail: about?.version ?? '' },
          {
            term: 'Running',
            detail: about === null ? '' : about.kind === 'electron' ? 'As an app of its own' : 'In a browser window',
          },
          { term: 'Licence', detail: 'MIT: free to use, to copy and to change' },
        ]}
      />
    </Panel>
  );
}
