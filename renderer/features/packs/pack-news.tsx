import type { ReactElement } from 'react';
import type { Edition } from '#shared/domain/packs/issued-pack.ts';
import { withYear } from '#shared/kernel/civil-date.ts';
import { clockTime, inWords } from '#shared/kernel/clock-time.ts';
import { civilDateOf, clockTimeOf } from '#renderer/data/wall-clock.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { JobProgress } from '#renderer/ui/job-progress.tsx';
import { useBuild } from './build/build.store.ts';
import type { PackFile } from './build/built-pack.ts';
import { buildRefusalInWords } from './build/pack-words.ts';

export interface PackNewsProps {
  readonly meetingId: string;
  readonly edition: Edition;
  readonly built: PackFile | null;
  readonly isCurrent: boolean;
  /** Beside the check, which speaks of what stands: only how the build goes, what it refused, what it left out. */
  readonly isChecking?: boolean;
  /** The newest issue; 0 before the first. */
  readonly issue?: number;
}

/** How the build goes or went, and what was left out of the pack. */
export function PackNews({
  meetingId,
  edition,
  built,
  isCurrent,
  isChecking = false,
  issue = 0,
}: PackNewsProps): ReactElement {
  const building = useBuild((state) => state.building);
  const refused = useBuild((state) => state.refused);
  if (building !== null) {
    const { words, done, total } = building.step;
    const isHere = building.meetingId === meetingId && building.edition === edition;
    return (
      <JobProgress
        label={isHere ? 'Building the pack' : 'Building another pack'}
        step={words}
        done={done}
        total={total}
        onCancel={() => building.cancel()}
      />
    );
  }
  const isRefusedHere = refused !== null && refused.meetingId === meetingId && refused.edition === edition;
  return (
    <>
      {isRefusedHere && (
        <Banner tone={refused.type === 'Cancelled' ? 'info' : 'error'} title={buildRefusalInWords(refused)} announce>
          {built === null ? undefined : 'The pack built before is still here.'}
        </Banner>
      )}
      {built !== null && built.facts.leftOut.length > 0 && (
        <Banner tone="warning" title="Some papers are not in this pack">
          <ul>
            {built.facts.leftOut.map(({ title, because }) => (
              <li key={title}>
                {title}: {because}.
              </li>
            ))}
          </ul>
        </Banner>
      )}
      {built !== null && issue > 0 && !isChecking && (
        <Banner tone="info" title="This is not issued: it is what the next supplement would hold">
          What has been issued stands beside it.
        </Banner>
      )}
      {built !== null && !isCurrent && !isChecking && (
        <Banner tone="warning" title="Something has changed since this pack was built">
          It shows the agenda and papers as they stood on {withYear(civilDateOf(built.facts.builtAt))} at{' '}
          {inWords(clockTime(clockTimeOf(built.facts.builtAt)))}. Build it again to bring it up to date.
        </Banner>
      )}
      {built === null && !isRefusedHere && !isChecking && issue === 0 && (
        <EmptyState
          title="No pack has been built yet"
          text="Build pack puts the cover, the agenda and every paper into one PDF, with one run of page numbers."
        />
      )}
    </>
  );
}
