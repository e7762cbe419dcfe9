import { describe, expect, test } from 'vitest';
import { closableRisks } from '#shared/domain/risk-reviews/closable.ts';
import { freezeChecks } from '#shared/domain/risk-reviews/freeze-checks.ts';
import type { Closure, RiskAction, Snapshot, SnapshotRisk, Tolerance } from '#shared/domain/risk-reviews/snapshot.ts';
import { civilDate } from '#shared/kernel/civil-date.ts';
import {
  action,
  control,
  june,
  juneReview,
  march,
  marchReview,
  rating,
  reviewed,
  risk,
  scheme,
  september,
  septemberReview,
  snapshot,
} from './worked-sample.ts';

const day = civilDate;
const today = day('2026-10-09');

/** A risk with which nothing is wrong: above the line, with a target and something being done. */
const sound = risk(1, {
  current: rating('C-II', june),
  target: rating('D-III', june),
  review: reviewed(september),
  actions: [action('1.1')],
});

function check(draft: Snapshot, previous: Snapshot | null = null) {
  const { blocks, warns } = freezeChecks(draft, previous, today);
  return { blocks, warns, blockTypes: blocks.map(({ type }) => type), warnTypes: warns.map(({ type }) => type) };
}

const checkRisk = (values: Partial<SnapshotRisk>, was?: Partial<SnapshotRisk>) =>
  check(
    snapshot(september, [{ ...sound, ...values }]),
    was === undefined ? null : snapshot(june, [{ ...sound, ...was }]),
  );

describe('before a review is frozen', () => {
  test('the worked sample may be: late action 3.1 is all that is to be seen', () => {
    for (const [draft, previous] of [
      [marchReview, null],
      [juneReview, marchReview],
    ] as const) {
      expect(freezeChecks(draft, previous, today)).toEqual({ blocks: [], warns: [] });
    }
    expect(freezeChecks(septemberReview, juneReview, today)).toEqual({
      blocks: [],
      warns: [{ type: 'Overdue', riskId: 'risk-3', actionId: 'action-3-1', days: 61, slips: 1 }],
    });
    expect(checkRisk({})).toMatchObject({ blocks: [], warns: [] });
  });

  test.each<readonly [string, Partial<SnapshotRisk>]>([
    ['NotReviewed', { review: null }],
    ['NotReviewed', { review: { ...reviewed(september)!, reviewedBy: ' ' } }],
    ['NotRated', { current: null }],
    ['NoOwner', { owner: null }],
    ['NoOwner', { owner: { personId: null, name: ' ', role: 'Chair' } }],
    ['OwnerIsTeam', { owner: { personId: null, name: 'Commissioning team', role: '' } }],
    ['OwnerIsTeam', { owner: { personId: null, name: 'Ines Calder and Tomas Hale', role: '' } }],
    ['NoTarget', { target: null }],
    ['NoOpenAction', { actions: [action('1.1', { status: 'cancelled' })] }],
    ['PartMissing', { trigger: '  ' }],
    ['TargetWorse', { target: rating('B-III', june) }],
    ['TargetWorse', { target: rating('E-I', june) }],
    ['TargetAboveLine', { target: rating('C-III', june, '') }],
    ['InherentBetter', { inherent: rating('A-III', june) }],
    ['ActionWithoutOwner', { actions: [action('1.1', { responsible: null })] }],
    ['CompletedWithoutDay', { actions: [action('1.1'), action('1.2', { status: 'complete' })] }],
    [
      'CompletedInFuture',
      { actions: [action('1.1'), action('1.2', { status: 'complete', completedOn: day('2026-10-10') })] },
    ],
    [
      'DueTooEarly',
      { identifiedOn: june, actions: [action('1.1', { dueOn: march, status: 'cancelled' }), action('1.2')] },
    ],
    ['DueTooEarly', { actions: [action('1.1', { startOn: day('2027-01-01') })] }],
    [
      'DueChangeWithoutReason',
      { actions: [action('1.1', { dueChanges: [{ from: june, to: day('2026-12-31'), reason: '', on: june }] })] },
    ],
  ])('%s blocks, and is the only thing that does', (type, values) => {
    expect(checkRisk(values).blocks).toEqual([expect.objectContaining({ type, riskId: 'risk-1' })]);
  });

  test('what is not live, or not above the line, is let be', () => {
    expect(checkRisk({ status: 'proposed', owner: null, review: null, current: null }).blocks).toEqual([]);
    expect(checkRisk({ current: rating('D-III', june), target: null, actions: [] }).blocks).toEqual([]);
    expect(checkRisk({ target: rating('C-III', june, 'The board bears delay') }).blocks).toEqual([]);
    expect(checkRisk({ inherent: rating('A-I', june) }).blocks).toEqual([]);
    // Done after the review's own day, and before it is frozen.
    const done = action('1.2', { status: 'complete', completedOn: today });
    expect(checkRisk({ actions: [action('1.1'), done] }).blocks).toEqual([]);
  });

  test('both cells are shown where target and current disagree', () => {
    expect(checkRisk({ target: rating('B-III', june) }).blocks).toEqual([
      {
        type: 'TargetWorse',
        riskId: 'risk-1',
        target: { likelihood: 'B', impact: 'III' },
        current: { likelihood: 'C', impact: 'II' },
      },
    ]);
  });

  test('a live tolerance stands for target and action; a lapsed one does not, and is pointed out', () => {
    const tolerance: Tolerance = {
      id: 't',
      reason: 'Borne until spring',
      approvedMinute: '12/26',
      approvedOn: june,
      expiresOn: day('2027-06-30'),
      ratingId: sound.current!.id,
    };
    const borne = (values: Partial<Tolerance>) =>
      checkRisk({ target: null, actions: [], tolerances: [{ ...tolerance, ...values }] });
    expect(borne({})).toMatchObject({ blocks: [], warns: [] });
    expect(borne({ ratingId: 'before' })).toMatchObject({
      blockTypes: ['NoTarget', 'NoOpenAction'],
      warns: [{ type: 'ToleranceLapsed', standing: 'stale' }],
    });
    expect(borne({ expiresOn: day('2026-09-29') }).warns).toMatchObject([
      { type: 'ToleranceLapsed', standing: 'expired' },
    ]);
    expect(borne({ expiresOn: day('2027-07-01') }).blocks).toEqual([
      {
        type: 'ToleranceTooLong',
        riskId: 'risk-1',
        toleranceId: 't',
        expiresOn: '2027-07-01',
        latest: '2027-06-30',
      },
    ]);
  });

  test('a review lies after the last one, unless it corrects it', () => {
    const last = snapshot(september, [sound]);
    expect(check(snapshot(september, [sound]), last).blocks).toEqual([
      { type: 'AsAtNotAfterLast', asAt: september, last: september },
    ]);
    expect(check(snapshot(september, [sound], { supersedes: last.reviewId }), last).blocks).toEqual([]);
  });

  test('a scheme that is uneven blocks, and a line that parts nothing is pointed out', () => {
    const cells = scheme.cells.map((one) => ({ ...one, above: false }));
    expect(check(snapshot(september, [sound], { scheme: { ...scheme, cells } }))).toMatchObject({
      blocks: [],
      warnTypes: ['SchemeLine'],
    });
    const uneven = scheme.cells.map((one, at) => (at === 0 ? { ...one, above: false } : one));
    const { blockTypes } = check(snapshot(september, [sound], { scheme: { ...scheme, cells: uneven } }));
    expect(new Set(blockTypes)).toEqual(new Set(['SchemeFaulty']));
  });

  test('a number given twice blocks, and a name much alike is pointed out', () => {
    const other = { ...sound, id: 'risk-2', actions: [action('2.1')], shortName: 'Loss of the school places' };
    const first = { ...sound, shortName: 'School place, loss' };
    expect(check(snapshot(september, [first, other]))).toMatchObject({
      blocks: [{ type: 'NumberTwice', riskId: 'risk-2', otherId: 'risk-1', number: 1 }],
      warns: [{ type: 'NameAlike', riskId: 'risk-2', otherId: 'risk-1' }],
    });
  });

  test('an owner on the list whose name reads as a team, poor wording and children’s names are pointed out', () => {
    const found = checkRisk({
      owner: { personId: 'p', name: 'Jo Board', role: 'Chair' },
      vulnerability: 'Lack of funding',
      trigger: 'The mother of Rowan Ashdown complains and other families follow',
    });
    expect(found.blocks).toEqual([]);
    expect(found.warns).toMatchObject([
      { type: 'OwnerReadsAsTeam', name: 'Jo Board' },
      { type: 'Wording', warning: { type: 'OnlyAbsence', part: 'vulnerability' } },
      { type: 'PersonalDetail', detail: { type: 'ChildNamed', field: 'trigger' } },
    ]);
    expect(checkRisk({ publication: 'exempt', trigger: 'The mother of Rowan Ashdown complains' }).warns).toEqual([]);
  });
});

describe('a rating that fell since the last review', () => {
  const higher = { current: rating('B-II', march) };

  test('needs a rationale, and something that brought it down', () => {
    expect(checkRisk({}, higher)).toMatchObject({ blocks: [], warns: [{ type: 'DropWithoutCause' }] });
    expect(checkRisk({ current: rating('C-II', june, ' ') }, higher).blockTypes).toEqual(['DropWithoutRationale']);
    const done = [action('1.1'), action('1.2', { status: 'complete', completedOn: day('2026-08-03') })];
    expect(checkRisk({ actions: done }, higher).warns).toEqual([]);
    expect(checkRisk({ actions: done }, { ...higher, actions: done }).warnTypes).toEqual([]);
    const long = [action('1.1'), action('1.2', { status: 'complete', completedOn: march })];
    expect(checkRisk({ actions: long }, { ...higher, actions: long }).warnTypes).toEqual(['DropWithoutCause']);
  });

  test('may owe it to a control that came or got better', () => {
    const controls = [control('c', 'Notice of twelve months', 'partial')];
    expect(checkRisk({ controls }, higher).warns).toEqual([]);
    expect(checkRisk({ controls }, { ...higher, controls }).warnTypes).toEqual(['DropWithoutCause']);
    const weak = [control('c', 'Notice of twelve months', 'inadequate')];
    expect(checkRisk({ controls }, { ...higher, controls: weak }).warns).toEqual([]);
    expect(checkRisk({ controls: weak }, { ...higher, controls: [] }).warnTypes).toEqual(['DropWithoutCause']);
  });

  test('is no drop when it rose, went across or was rated by another scheme', () => {
    expect(checkRisk({}, { current: rating('D-III', march) }).warns).toEqual([]);
    expect(checkRisk({}, { current: rating('D-I', march) }).warns).toEqual([]);
    const before = snapshot(june, [{ ...sound, ...higher }], { scheme: { ...scheme, id: 'storm-0' } });
    expect(check(snapshot(september, [sound]), before).warns).toEqual([]);
  });
});

describe('a risk closed since the last review', () => {
  const closure: Closure = { on: september, reason: 'managed', note: 'Done', minuteRef: '4', mergedIntoId: null };
  const done: ReadonlyArray<RiskAction> = [action('1.1', { status: 'complete', completedOn: day('2026-09-01') })];
  const closed = (values: Partial<SnapshotRisk>) =>
    checkRisk({ status: 'closed', closure, actions: done, ...values }, {});

  test('needs reason, note and minute, and no action left open', () => {
    expect(closed({}).blocks).toEqual([]);
    expect(closed({ closure: null }).blocks).toMatchObject([
      { type: 'ClosureIncomplete', missing: ['reason', 'note', 'minute'] },
    ]);
    expect(closed({ closure: { ...closure, minuteRef: '' } }).blocks).toMatchObject([{ missing: ['minute'] }]);
    expect(closed({ actions: [...done, action('1.2')] }).blocks).toEqual([
      { type: 'ClosedWithOpenActions', riskId: 'risk-1', actionIds: ['action-1-2'] },
    ]);
  });

  test('is merged into a live risk only, and given up only to a body that accepted it', () => {
    const merged = { ...closure, reason: 'merged', mergedIntoId: 'risk-2' } as const;
    const into = (status: SnapshotRisk['status']) =>
      check(
        snapshot(september, [
          { ...sound, status: 'closed', closure: merged, actions: done },
          { ...sound, id: 'risk-2', number: 2, shortName: 'Another', actions: [action('2.1')], status, closure },
        ]),
        snapshot(june, [sound, { ...sound, id: 'risk-2', number: 2, status }]),
      ).blocks;
    expect(into('open')).toEqual([]);
    expect(into('closed')).toEqual([{ type: 'MergedIntoNoLiveRisk', riskId: 'risk-1', targetId: 'risk-2' }]);
    const givenUp = { closure: { ...closure, reason: 'escalatedAccepted' } } as const;
    const asked = (status: 'proposed' | 'accepted') => ({
      ...givenUp,
      escalations: [
        { id: 'e', direction: 'up', otherBody: 'County board', theirRef: '', proposedOn: june, status, minuteRef: '' },
      ] as const,
    });
    expect(closed(asked('proposed')).blockTypes).toEqual(['EscalationNotAccepted']);
    expect(closed(asked('accepted')).blocks).toEqual([]);
  });

  test('and long closed is not looked at again', () => {
    expect(checkRisk({ status: 'closed', closure: null }, { status: 'closed' }).blocks).toEqual([]);
  });
});

describe('risks that might be closed', () => {
  const settled = risk(4, { current: rating('D-III', march), target: rating('D-III', march) });
  const of = (asAt: typeof march, values: Partial<SnapshotRisk> = {}) => snapshot(asAt, [{ ...settled, ...values }]);
  const suggested = (draft: Snapshot, ...frozen: ReadonlyArray<Snapshot>) => closableRisks(draft, frozen);

  test('are those at their target and below the line for two reviews running, as R4 of the sample', () => {
    const draft = { ...septemberReview, risks: [...juneReview.risks] };
    expect(suggested(draft, marchReview, juneReview)).toEqual([{ riskId: 'risk-4', since: march }]);
    expect(suggested(septemberReview, marchReview, juneReview)).toEqual([]);
    expect(suggested(draft, juneReview)).toEqual([]);
  });

  test('are none where one of the last reviews, or the draft, says otherwise', () => {
    const draft = of(september);
    expect(suggested(draft, of(march), of(june))).toHaveLength(1);
    expect(suggested(draft, of(march, { current: rating('C-III', march) }), of(june))).toEqual([]);
    expect(suggested(draft, of(march), of(june, { target: rating('E-III', march) }))).toEqual([]);
    expect(suggested(draft, of(march), of(june, { current: null }))).toEqual([]);
    expect(suggested(draft, of(march), of(june, { status: 'proposed' }))).toEqual([]);
    expect(suggested(of(september, { current: rating('C-III', june) }), of(march), of(june))).toEqual([]);
    expect(suggested(of(september, { actions: [action('4.1')] }), of(march), of(june))).toEqual([]);
    const older = of(day('2025-12-31'), { current: rating('A-I', march) });
    expect(suggested(draft, older, of(march), of(june))).toHaveLength(1);
    const above = { current: rating('C-III', march), target: rating('C-III', march) };
    expect(suggested(of(september, above), of(march, above), of(june, above))).toEqual([]);
  });
});
