import type { ReactElement } from 'react';
import { Banner } from '#renderer/ui/banner.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { JobProgress } from '#renderer/ui/job-progress.tsx';
import { X } from 'lucide-react';
import { countsInWords } from './attach-summary.ts';
import { reportDismissed, useAttaching } from './attaching.store.ts';

/** The attaching under way, and what the last one came to. */
export function AttachProgress(): ReactElement | null {
  const job = useAttaching((state) => state.job);
  const report = useAttaching((state) => state.report);
  if (job !== null) {
    return (
      <JobProgress
        label="Attaching files"
        done={job.done}
        total={job.total}
        step={job.fileName}
        onCancel={job.total > 1 ? job.stop : undefined}
      />
    );
  }
  if (report === null) return null;
  const isPlain = report.leftOut.length === 0 && report.warnings.length === 0;
  const tone = isPlain ? 'success' : report.attached === 0 ? 'error' : 'warning';
  return (
    <Banner
      tone={tone}
      title={countsInWords(report)}
      announce
      actions={<IconButton label="Dismiss" icon={X} small onPress={reportDismissed} />}
    >
      {!isPlain && (
        <ul>
          {report.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
          {report.leftOut.map(({ fileName, because }) => (
            <li key={fileName}>
              {fileName}, because {because}
            </li>
          ))}
        </ul>
      )}
    </Banner>
  );
}
