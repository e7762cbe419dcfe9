import { useEffect, useEffectEvent, useRef, useState, type ReactElement } from 'react';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { FormRow } from '#renderer/ui/form-row.tsx';
import { JobProgress } from '#renderer/ui/job-progress.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Stack } from '#renderer/ui/stack.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { openFailureWords, openPdf, type OpenFailure } from './open-pdf.ts';
import { findPage, labelOf } from './page-labels.ts';
import { printPdf, type PrintRange } from './print-pdf.ts';

export interface PrintDialogProps {
  readonly open: boolean;
  /** Cancelled, or printed. */
  readonly onClose: () => void;
  readonly file: Blob;
  readonly title: string;
  readonly makeWorker: () => Worker;
  /** Parts that may be printed by themselves, such as a pack's items; pages counted from 1 in the file. */
  readonly runs?: ReadonlyArray<PrintRange & { readonly label: string }>;
}

type Readiness =
  | { readonly type: 'opening' }
  | { readonly type: 'ready'; readonly labels: ReadonlyArray<string> }
  | { readonly type: 'failed'; readonly reason: OpenFailure };

interface Job {
  readonly done: number;
  readonly total: number;
}

/** Which pages to print, and how many sheets that takes. */
export function PrintDialog({ open, onClose, file, title, makeWorker, runs = [] }: PrintDialogProps): ReactElement {
  const [readiness, setReadiness] = useState<Readiness>({ type: 'opening' });
  const [which, setWhich] = useState('all');
  const [run, setRun] = useState('0');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [tried, setTried] = useState(false);
  const [job, setJob] = useState<Job | null>(null);
  const [fault, setFault] = useState(false);
  const stop = useRef<AbortController | null>(null);
  const make = useEffectEvent(() => makeWorker());

  useEffect(() => {
    if (!open) return;
    let left = false;
    void openPdf(file, make).then((opening) => {
      if (opening.type === 'open') opening.pdf.close();
      if (left) return;
      if (opening.type === 'failed') {
        setReadiness(opening);
        return;
      }
      const { labels } = opening.pdf;
      setReadiness({ type: 'ready', labels });
      setFrom(labelOf(labels, 1));
      setTo(labelOf(labels, labels.length));
    });
    return () => {
      left = true;
      stop.current?.abort();
    };
  }, [open, file]);

  const labels = readiness.type === 'ready' ? readiness.labels : [];
  const chosen = runs[Number(run)];
  const range = which === 'all' ? allOf(labels) : which === 'run' ? (chosen ?? null) : rangeOf(labels, from, to);
  const problems = which === 'some' ? problemsOf(labels, from, to) : {};

  async function print(wanted: PrintRange): Promise<void> {
    stop.current = new AbortController();
    setFault(false);
    setJob({ done: 0, total: wanted.to - wanted.from + 1 });
    const result = await printPdf(file, wanted, makeWorker, {
      signal: stop.current.signal,
      onProgress: (done, total) => setJob({ done, total }),
    }).catch(() => null);
    setJob(null);
    if (result === 'printed') onClose();
    else if (result !== 'cancelled') setFault(true);
  }

  function cancelled(): void {
    stop.current?.abort();
    onClose();
  }

  function submitted(): void {
    setTried(true);
    if (range !== null && job === null && readiness.type === 'ready') void print(range);
  }

  return (
    <Dialog
      open={open}
      onClose={cancelled}
      title={`Print ${title}`}
      onSubmit={submitted}
      footer={
        <>
          <Button onPress={cancelled}>Cancel</Button>
          {readiness.type !== 'failed' && (
            <Button kind="primary" submit pending={job !== null} pendingLabel="Print">
              Print
            </Button>
          )}
        </>
      }
    >
      {readiness.type === 'opening' && <Loading label="Counting the pages" />}
      {readiness.type === 'failed' && (
        <Banner tone="error" title={openFailureWords(readiness.reason).title} announce>
          {openFailureWords(readiness.reason).text}
        </Banner>
      )}
      {readiness.type === 'ready' && (
        <Stack>
          {fault && (
            <Banner tone="error" title="The pages could not be made ready for printing" announce>
              Nothing was printed and the file is safe. Try fewer pages at a time.
            </Banner>
          )}
          <RadioGroup
            label="Pages to print"
            value={which}
            onChange={setWhich}
            options={[
              { value: 'all', label: `All ${labels.length} pages` },
              ...(runs.length > 1 ? [{ value: 'run', label: 'One item or paper' }] : []),
              { value: 'some', label: 'Some pages' },
            ]}
          />
          {which === 'run' && (
            <Select
              label="Item or paper"
              value={run}
              options={runs.map(({ label }, at) => ({ value: String(at), label }))}
              onChange={setRun}
            />
          )}
          {which === 'some' && (
            <FormRow>
              <TextField
                label="From page"
                width="s"
                value={from}
                onChange={setFrom}
                error={shownIf(tried, problems.from)}
              />
              <TextField label="To page" width="s" value={to} onChange={setTo} error={shownIf(tried, problems.to)} />
            </FormRow>
          )}
          {job === null ? (
            <p role="status">{range === null ? 'Choose which pages to print.' : sheetWords(range)}</p>
          ) : (
            <JobProgress label="Getting the pages ready" done={job.done} total={job.total} />
          )}
        </Stack>
      )}
    </Dialog>
  );
}

function allOf(labels: ReadonlyArray<string>): PrintRange {
  return { from: 1, to: labels.length };
}

function rangeOf(labels: ReadonlyArray<string>, from: string, to: string): PrintRange | null {
  const first = findPage(labels, from);
  const last = findPage(labels, to);
  return first === null || last === null || first > last ? null : { from: first, to: last };
}

interface RangeProblems {
  readonly from?: string;
  readonly to?: string;
}

function problemsOf(labels: ReadonlyArray<string>, from: string, to: string): RangeProblems {
  const first = findPage(labels, from);
  const last = findPage(labels, to);
  const bounds = `Pages go from ${labelOf(labels, 1)} to ${labelOf(labels, labels.length)}.`;
  return {
    ...(first === null && { from: `There is no such page. ${bounds}` }),
    ...(last === null && { to: `There is no such page. ${bounds}` }),
    ...(first !== null && last !== null && first > last && { to: `This comes before page ${from.trim()}.` }),
  };
}

function shownIf(tried: boolean, words: string | undefined): string | undefined {
  return tried ? words : undefined;
}

function sheetWords({ from, to }: PrintRange): string {
  const sheets = to - from + 1;
  if (sheets === 1) return 'This takes 1 sheet of paper.';
  return `This takes ${sheets} sheets of paper, or ${Math.ceil(sheets / 2)} printed on both sides.`;
}
