import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matrixSvg, matrixWords } from '#shared/domain/risk-report/matrix-svg.ts';
import { reportHtml, type ReportOf } from '#shared/domain/risk-report/report-html.ts';
import type { Snapshot, SnapshotRisk } from '#shared/domain/risk-reviews/snapshot.ts';
import { civilDate } from '#shared/kernel/civil-date.ts';
import {
  action,
  control,
  juneReview,
  rating,
  risk,
  scheme,
  september,
  septemberReview,
  snapshot,
} from './worked-sample.ts';

function asked(values: Partial<ReportOf> = {}): ReportOf {
  return {
    snapshot: septemberReview,
    previous: juneReview,
    earlier: [],
    edition: 'public',
    frozen: { on: civilDate('2026-10-09'), by: 'Dana Whitlock', sha256: 'a1b2c3d4e5f60718' },
    recommendations: ['That the Board agrees the plan.', ' '],
    ...values,
  };
}

/** Words alone, as somebody reads them. */
const wordsOf = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

test('the worked sample reads as the protocol asks: counts, changes, plan, overdue days, closed with reason', () => {
  const words = wordsOf(reportHtml(asked()));
  expect(words).toContain('The register holds 4 live risks, of which 4 stand above the tolerance line.');
  expect(words).toContain('4 live then, 1 new, 1 removed: 4 live now. Above the line 3 then, 4 now.');
  expect(words).toContain('worse, C-II to B-II (C to B)');
  expect(words).toContain('better, C-I to D-I (C to D)');
  expect(words).toContain('new, at C-III');
  expect(words).toMatch(/3\.1 .*Shared recruitment campaign \(risk 3\).* 61 1 In progress/);
  expect(words).toContain('4. Local committees not engaging schools and early-years settings: managed.');
  expect(words).toContain('Frozen on 9 October 2026 by Dana Whitlock, mark a1b2c3d4e5f6.');
  expect(words).toContain('Escalations to and from other bodies Nil.');
  expect(wordsOf(reportHtml(asked({ frozen: null })))).toContain('DRAFT.');
  expect(wordsOf(reportHtml(asked({ previous: null })))).toContain('a baseline');
});

test('nothing that somebody wrote becomes markup', () => {
  const hostile = '<img src=x onerror=alert(1)>&"\'</td><script>';
  const bad = risk(9, {
    shortName: hostile,
    vulnerability: hostile,
    trigger: hostile,
    consequences: [hostile],
    owner: { personId: null, name: hostile, role: hostile },
    current: rating('C-II', september, hostile),
    controls: [control('c', hostile, 'adequate')],
    actions: [action('9.1', { text: hostile, successFactors: hostile, dueOn: civilDate('2026-01-01') })],
    escalations: [
      {
        id: 'e',
        direction: 'up',
        otherBody: hostile,
        theirRef: hostile,
        proposedOn: september,
        status: 'proposed',
        minuteRef: '',
      },
    ],
  });
  const html = reportHtml(
    asked({ snapshot: snapshot(september, [bad], { label: hostile, decisions: hostile }), recommendations: [hostile] }),
  );
  expect(html).not.toContain('<img');
  expect(html).not.toContain('<script');
  expect(html.split('&lt;img').length).toBeGreaterThan(10);
});

test('the public edition tells of exempt risks nothing but how many there are', () => {
  const cell = fc.constantFrom('A-I', 'B-II', 'C-III', 'D-III', 'F-IV');
  const exempt = fc.record({
    number: fc.integer({ min: 50, max: 99 }),
    code: cell,
    name: fc.string({ minLength: 1 }),
    was: fc.option(cell),
    isOverdue: fc.boolean(),
  });
  const made = (one: { number: number; code: string; name: string; isOverdue: boolean }, code: string): SnapshotRisk =>
    risk(one.number, {
      id: 'exempt',
      shortName: one.name,
      publication: 'exempt',
      current: rating(code, september),
      actions: one.isOverdue ? [action(`${one.number}.1`, { dueOn: civilDate('2026-01-01') })] : [],
    });
  const withOne = (base: Snapshot, one: SnapshotRisk | null): Snapshot => ({
    ...base,
    risks: one === null ? base.risks : [...base.risks, one],
  });
  const plain = reportHtml(
    asked({
      snapshot: withOne(septemberReview, made({ number: 50, code: 'A-I', name: 'x', isOverdue: false }, 'A-I')),
    }),
  );
  fc.assert(
    fc.property(exempt, (one) => {
      const html = reportHtml(
        asked({
          snapshot: withOne(septemberReview, made(one, one.code)),
          previous: withOne(juneReview, one.was === null ? null : made(one, one.was)),
        }),
      );
      expect(html).toBe(plain);
    }),
  );
});

test('the picture shows every risk of a cell or counts what it leaves out, and says the same in words', () => {
  const many = Array.from({ length: 9 }, (_, at) => risk(at + 1, { current: rating('C-II', september) }));
  const svg = matrixSvg({ scheme, risks: many, before: () => null });
  expect(svg).toContain('>+4<');
  expect(svg).toContain('In full: C-II: 1, 2, 3, 4, 5, 6, 7, 8, 9');
  expect(matrixWords({ scheme, risks: many })).toBe(
    'C Significant, II Critical, above the line: 1, 2, 3, 4, 5, 6, 7, 8, 9.',
  );
  const ghost = matrixSvg({ scheme, risks: many.slice(0, 1), before: () => ({ likelihood: 'E', impact: 'IV' }) });
  expect(ghost).toContain('stroke-dasharray="3 3"');
});
