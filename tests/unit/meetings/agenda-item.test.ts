import { describe, expect, test } from 'vitest';
import { addItem, changeItem, restrictItem, unrestrictItem } from '#shared/domain/meetings/agenda-item.commands.ts';
import { agendaItemKind } from '#shared/domain/meetings/agenda-item.ts';
import { agendaOf } from '#shared/domain/meetings/agenda.ts';
import { groundInFull, groundInWords, missingTag, restrictionGrounds } from '#shared/domain/meetings/restriction.ts';
import { accepted, itemsAfter, itemsUnder, someContext, someItem } from './some-agenda.ts';

const context = someContext();
const add = { id: 'new', meetingId: 'meeting', items: [], under: null, after: null };

describe('adding', () => {
  test('puts the item at the end, or after the one named', () => {
    const items = itemsUnder(['a', null], ['b', null], ['c', 'a']);
    const order = (after: string | null, under: string | null = null): string[] => {
      const draft = accepted(addItem({ ...add, items, under, after, values: { title: ' Finance ' } }, context));
      expect(draft.command).toBe('Added “Finance” to the agenda');
      return agendaOf(itemsAfter(items, draft)).lines.map(({ item, number }) => `${number} ${item.id}`);
    };
    expect(order(null)).toEqual(['1 a', '1.1 c', '2 b', '3 new']);
    expect(order('a')).toEqual(['1 a', '1.1 c', '2 new', '3 b']);
    expect(order(null, 'a')).toEqual(['1 a', '1.1 c', '1.2 new', '2 b']);
  });

  test.each([
    ['', 'NoTitle'],
    ['  \t ', 'NoTitle'],
    ['x'.repeat(501), 'TooLong'],
  ])('the title “%s” is refused', (title, type) => {
    expect(addItem({ ...add, values: { title } }, context)).toMatchObject({ ok: false, refusal: { type } });
  });

  test('markup is a title like any other', () => {
    const draft = accepted(addItem({ ...add, values: { title: '<script>alert(1)</script>' } }, context));
    expect(draft.changes.find(({ path }) => path === 'title')?.value).toBe('<script>alert(1)</script>');
  });
});

describe('changing', () => {
  const item = someItem('a', { title: 'Finance report', minutes: 10 });

  test('names what was changed, and writes that alone', () => {
    const draft = accepted(changeItem({ item, values: { lead: ' Sana Rahman ' } }, context));
    expect(draft.command).toBe('Changed the lead of “Finance report”');
    expect(draft.changes.map(({ path, value }) => [path, value])).toEqual([['lead', 'Sana Rahman']]);
  });

  test.each([
    [{ title: ' ' }, 'NoTitle'],
    [{ lead: 'x'.repeat(201) }, 'TooLong'],
    [{ note: 'x'.repeat(4001) }, 'TooLong'],
    [{ minutes: 601 }, 'MinutesOutOfRange'],
    [{ minutes: -1 }, 'MinutesOutOfRange'],
    [{ minutes: 2.5 }, 'MinutesOutOfRange'],
  ])('%j is refused', (values, type) => {
    expect(changeItem({ item, values }, context)).toMatchObject({ ok: false, refusal: { type } });
  });

  test('everything at its limit is kept, and can be read back', () => {
    const values = { title: 'x'.repeat(500), lead: 'x'.repeat(200), note: 'x'.repeat(4000), minutes: 600 };
    for (const { path, value } of accepted(changeItem({ item, values }, context)).changes) {
      const field = agendaItemKind.fields[path as keyof typeof agendaItemKind.fields];
      expect(field.decode(value)).toMatchObject({ ok: true });
    }
  });
});

describe('restricting', () => {
  test('is allowed while drafting without ground or reason', () => {
    const draft = accepted(restrictItem({ item: someItem('a'), ground: null, reason: '' }, context));
    expect(draft.command).toBe('Restricted “Item a”');
    const [item] = itemsAfter([someItem('a')], draft);
    expect(item).toMatchObject({ isRestricted: true, ground: null, groundReason: '' });
  });

  test('lifting it takes ground and reason with it', () => {
    const item = someItem('a', { isRestricted: true, ground: 'p3', groundReason: 'Lease' });
    const [open] = itemsAfter([item], accepted(unrestrictItem(item, context)));
    expect(open).toMatchObject({ isRestricted: false, ground: null, groundReason: '' });
  });

  test('every ground has words, no two alike', () => {
    expect(new Set(restrictionGrounds.map(groundInWords)).size).toBe(restrictionGrounds.length);
    expect(restrictionGrounds.map(groundInFull).every((text) => text.endsWith('.'))).toBe(true);
    expect(groundInWords('p3')).toBe('Paragraph 3: financial or business affairs');
    expect(missingTag('both')).toBe('Ground and reason missing');
  });
});
