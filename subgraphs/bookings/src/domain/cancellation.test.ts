import { describe, expect, test } from '@jest/globals';
import { aBooking, anItem } from '../../test/support/records.ts';
import { refundPercentAt, refundsAt } from './cancellation.ts';

const hour = 3_600_000;
const moderate = {
  name: 'MODERATE' as const,
  steps: [
    { hoursBefore: 24, refundPercent: 50 },
    { hoursBefore: 120, refundPercent: 100 },
  ],
};

describe('cancellation terms', () => {
  test.each([
    [121 * hour, 100],
    [120 * hour, 100],
    [120 * hour - 1, 50],
    [24 * hour, 50],
    [24 * hour - 1, 0],
    [-hour, 0],
  ])('with %i ms left until the start, %i %% come back, whatever the order of the steps', (left, percent) => {
    expect(refundPercentAt(moderate, left, 0)).toBe(percent);
  });

  test('nothing comes back where there are no steps', () => {
    expect(refundPercentAt({ name: 'NON_REFUNDABLE', steps: [] }, 1_000 * hour, 0)).toBe(0);
  });

  test('a half cent is rounded once, to the even one', () => {
    const items = [anItem({ totalMinor: 12_345, cancellation: moderate })];
    const [refund] = refundsAt(aBooking({ state: 'CONFIRMED', items }), (items[0]?.startsAtInMs ?? 0) - 48 * hour);
    expect(refund).toMatchObject({ refundPercent: 50, refundMinor: 6_172, penaltyMinor: 6_173 });
  });

  test('what was only authorised is given back whole, whatever the terms', () => {
    const items = [anItem({ cancellation: { name: 'NON_REFUNDABLE', steps: [] } })];
    const [refund] = refundsAt(aBooking({ state: 'PENDING_APPROVAL', items }), items[0]?.startsAtInMs ?? 0);
    expect(refund).toMatchObject({ refundMinor: 12_345, penaltyMinor: 0 });
  });
});
