import { CalendarPlus, Download } from 'lucide-react';
import { lazy, Suspense, useMemo, useState, type ReactElement } from 'react';
import type { ReportEdition, ReportOf } from '#shared/domain/risk-report/report-html.ts';
import { standingReviews } from '#shared/domain/risk-reviews/review-dates.ts';
import type { Snapshot } from '#shared/domain/risk-reviews/snapshot.ts';
import { withYear } from '#shared/kernel/civil-date.ts';
import { useRegister, type OpenRegister } from '#renderer/data/risks/registers.ts';
import { readFrozen } from '#renderer/data/risks/frozen.ts';
import { useLive } from '#renderer/data/session-context.tsx';
import { useHost } from '#renderer/host/host-context.ts';
import { makePdfWorker } from '#renderer/host/pdf-worker.ts';
import { saveBlob, saveFailureInWords } from '#renderer/host/save-blob.ts';
import { noticeShown } from '#renderer/navigation/notices.store.ts';
import { hrefTo, pathTo } from '#renderer/navigation/places.ts';
import { riskViews } from '#renderer/navigation/risk-views.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FormRow } from '#renderer/ui/form-row.tsx';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { PageBody } from '#renderer/ui/page-body.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { Stack } from '#renderer/ui/stack.tsx';
import { TabLinks } from '#renderer/ui/tab-links.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { AddToMeetingDialog, type AddToMeeting } from './add-to-meeting-dialog.tsx';
import { PictureButton } from './picture-button.tsx';
import { printReport } from './print-report.ts';
import styles from './risk-report.module.css';

export interface ReportPageProps {
  readonly registerId: string;
  /** Makes a file a paper of an agenda item; what papers do is handed in by the app. */
  readonly onAdd: AddToMeeting;
}

/** The Risk Report of a register: chosen, looked through, saved, and put before a meeting. */
export function ReportPage({ registerId, onAdd }: ReportPageProps): ReactElement {
  const open = useRegister(registerId);
  if (open === undefined) return <Skeleton rows={8} label="Opening the report" />;
  if (open === null || open.now === null) {
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
  return <Report open={open} now={open.now} onAdd={onAdd} />;
}

interface ReportProps {
  readonly open: OpenRegister;
  readonly now: Snapshot;
  readonly onAdd: AddToMeeting;
}

const PdfViewer = lazy(async () => ({ default: (await import('#renderer/ui/pdf/pdf-viewer.tsx')).PdfViewer }));

const noRecommendations = 'That the Board notes the report and agrees the action plan.';

function Report({ open, now, onAdd }: ReportProps): ReactElement {
  const host = useHost();
  const { register } = open.rows;
  const standing = standingReviews(open.frozen);
  const [chosen, setChosen] = useState(open.draft === null ? (standing.at(-1)?.id ?? 'now') : 'now');
  const [edition, setEdition] = useState<ReportEdition>('public');
  const [recommendations, setRecommendations] = useState(noRecommendations);
  const [isPrinting, setPrinting] = useState(false);
  const [isAdding, setAdding] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const frozen = open.frozen.find(({ id }) => id === chosen) ?? null;
  const asAt = frozen === null ? now.asAt : frozen.asAt;
  const before =
    standing.filter((one) => one.id !== frozen?.id && one.asAt !== null && asAt !== null && one.asAt < asAt).at(-1) ??
    null;
  const files = useLive(
    async (database) => ({
      frozen: frozen === null ? null : await readFrozen(database, frozen.sha256),
      before: before === null ? null : await readFrozen(database, before.sha256),
    }),
    [frozen?.sha256, before?.sha256],
  );
  const snapshot = frozen === null ? now : files?.frozen?.type === 'whole' ? files.frozen.snapshot : null;
  const previous = files?.before?.type === 'whole' ? files.before.snapshot : null;
  const asked = useMemo<ReportOf | null>(
    () =>
      snapshot === null
        ? null
        : {
            snapshot,
            previous,
            earlier: open.frozen.filter((one) => previous !== null && one.asAt !== null && one.asAt < previous.asAt),
            edition,
            frozen:
              frozen === null || frozen.frozenOn === null
                ? null
                : { on: frozen.frozenOn, by: frozen.frozenBy, sha256: frozen.sha256 },
            recommendations: recommendations.split('\n'),
          },
    [snapshot, previous, open.frozen, edition, frozen, recommendations],
  );
  // What was printed is shown only as long as it is what was asked for.
  const [shown, setShown] = useState<{ readonly of: ReportOf; readonly file: File } | null>(null);

  async function printed(): Promise<File | null> {
    if (asked === null) return null;
    setPrinting(true);
    setProblem(null);
    try {
      const made = await printReport(host, asked);
      if (made.type === 'printed') {
        setShown({ of: asked, file: made.file });
        return made.file;
      }
      setProblem(made.because);
      return null;
    } finally {
      setPrinting(false);
    }
  }
  async function saved(): Promise<void> {
    const file = await printed();
    if (file === null) return;
    const done = await saveBlob(host, file, { suggestedName: file.name, format: 'pdf' });
    if (done.type === 'saved') noticeShown(`Saved “${done.name}”.`);
    else if (done.type === 'failed') setProblem(saveFailureInWords(done.because));
  }

  return (
    <>
      <PageHeader
        title={register.name}
        breadcrumbs={[{ label: 'Risks', href: hrefTo(pathTo.section('risks')) }, { label: register.name }]}
        actions={
          <>
            {snapshot !== null && (
              <PictureButton snapshot={snapshot} previous={previous} edition={edition} name={register.name} />
            )}
            <Button icon={Download} pending={isPrinting} pendingLabel="Printing" onPress={() => void saved()}>
              Save PDF
            </Button>
            <Button kind="primary" icon={CalendarPlus} onPress={() => setAdding(true)}>
              Add to meeting
            </Button>
          </>
        }
        tabs={<TabLinks label="Pages about this register" tabs={riskViews(register.id, 'report')} />}
      />
      <PageBody>
        {problem !== null && (
          <Banner tone="error" title="The report was not made" announce>
            {problem}
          </Banner>
        )}
        <Panel title="Risk Report">
          <Stack>
            <FormRow>
              <Select
                label="Review"
                value={chosen}
                options={[
                  {
                    value: 'now',
                    label: open.draft === null ? 'The register as it stands today' : `${open.draft.label}, in draft`,
                  },
                  ...open.frozen.toReversed().map(({ id, label, asAt: day }) => ({
                    value: id,
                    label: `${label}${day === null ? '' : `, as at ${withYear(day)}`}`,
                  })),
                ]}
                onChange={setChosen}
              />
              <Select
                label="Edition"
                value={edition}
                options={[
                  { value: 'public', label: 'Public: exempt risks left out' },
                  { value: 'exempt', label: 'Exempt: all risks' },
                ]}
                onChange={(value) => setEdition(value === 'exempt' ? 'exempt' : 'public')}
              />
            </FormRow>
            <TextArea
              label="Recommendations"
              rows={2}
              hint="One on each line"
              value={recommendations}
              onChange={setRecommendations}
            />
          </Stack>
        </Panel>
        {asked === null ? (
          files === undefined ? (
            <Skeleton rows={6} label="Reading the review" />
          ) : (
            <Banner tone="warning" title="This review cannot be read in full">
              Its text is not on this laptop, or its integrity check failed. Ask the colleague who froze it for a
              bundle.
            </Banner>
          )
        ) : shown?.of === asked ? (
          <div className={styles['pages']}>
            <Suspense fallback={<Skeleton rows={6} label="Opening the pages" />}>
              <PdfViewer file={shown.file} title="Pages of the report" makeWorker={makePdfWorker} />
            </Suspense>
          </div>
        ) : (
          <EmptyState
            title="The pages are not printed yet"
            text="They are made from the review chosen above, and look as members will see them."
            action={
              <Button pending={isPrinting} pendingLabel="Printing" onPress={() => void printed()}>
                Show the pages
              </Button>
            }
          />
        )}
      </PageBody>
      {isAdding && (
        <AddToMeetingDialog
          bodyId={register.bodyId}
          isExempt={edition === 'exempt'}
          make={printed}
          onAdd={onAdd}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
}
