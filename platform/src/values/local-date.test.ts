import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { addDays, daysBetween, isLocalDate, nightsOf, todayIn } from './local-date.ts';

const date = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9998-12-31T00:00:00Z'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

describe('local dates', () => {
  test('agree with Temporal on sums and distances', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 365 }), (day, days) => {
        const reference = Temporal.PlainDate.from(day);
        expect(addDays(day, days)).toBe(reference.add({ days }).toString());
        expect(daysBetween(addDays(day, days), day)).toBe(-days + 0);
      }),
    );
  });

  test('the nights of a stay are half-open, in order and as many as the days between', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 60 }), (checkIn, count) => {
        const checkOut = addDays(checkIn, count);
        const nights = nightsOf(checkIn, checkOut);
        expect(nights).toHaveLength(count);
        expect([nights[0], nights.includes(checkOut)]).toEqual([checkIn, false]);
        expect([...nights].sort()).toEqual(nights);
      }),
    );
  });

  test('a stay that ends when it begins, or before, has no nights', () => {
    expect(nightsOf('2026-11-20', '2026-11-20')).toEqual([]);
    expect(nightsOf('2026-11-20', '2026-11-18')).toEqual([]);
    expect(nightsOf('2026-02-27', '2026-03-01')).toEqual(['2026-02-27', '2026-02-28']);
    expect(() => nightsOf('2026-01-01', '2226-01-01')).toThrow('more than 10,000');
  });

  test.each(['2026-11-20', '2024-02-29', '0001-01-01', '9999-12-31'])('%s is a date', (text) => {
    expect(isLocalDate(text)).toBe(true);
  });

  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '0000-01-01',
    '2026-11-20T00:00',
    '20261120',
    '',
    null,
    20261120,
    '2026-11-20\n',
  ])('%j is no date', (value) => {
    expect(isLocalDate(value)).toBe(false);
  });

  test('what is no date throws with its text', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow('"2026-02-30" is not a date');
    expect(() => addDays('9999-12-31', 1)).toThrow('between the years 0001 and 9999');
  });

  test('today depends on the zone', () => {
    const now = Date.parse('2026-11-20T23:30:00Z');
    expect([todayIn('Pacific/Honolulu', now), todayIn('Asia/Singapore', now)]).toEqual(['2026-11-20', '2026-11-21']);
  });
});
