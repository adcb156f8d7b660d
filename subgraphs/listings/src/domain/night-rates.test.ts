import { describe, expect, test } from '@jest/globals';
import { cheapestNight, type RoomRates } from './night-rates.ts';

const rates: RoomRates = {
  ...{ resource: 'r', roomKey: 'r', maxGuests: 2, units: 1, openFrom: '2026-12-01', openUntil: '2027-12-01' },
  baseMinor: 900,
  calendarFrom: '2026-12-01',
  prices: [100, 500, -1, 700],
};

describe('the cheapest night', () => {
  test.each([
    ['2026-12-01', '2026-12-01', 100],
    ['2026-12-02', '2026-12-02', 500],
    ['2026-12-03', '2026-12-04', 700],
    ['2026-12-05', '2026-12-05', 900],
    ['2027-02-01', '2027-02-01', 900],
  ])('from %s on it is that of %s', (notBefore, date, priceMinor) => {
    expect(cheapestNight(rates, notBefore)).toEqual({ date, priceMinor });
  });

  test('is none when everything that could be booked is past', () => {
    expect(cheapestNight(rates, '2027-12-01')).toBeUndefined();
    expect(cheapestNight({ ...rates, baseMinor: null }, '2026-12-05')).toBeUndefined();
  });
});
