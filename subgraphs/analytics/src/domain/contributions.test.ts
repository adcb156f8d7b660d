import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type BookingFacts, countCancellation } from './contributions.ts';

const itemOf = (ownerId: string, totalMinor: number, refundedMinor?: number): BookingFacts['items'][number] => ({
  listingId: `sty_${ownerId}`,
  ownerId,
  city: 'Lisbon',
  countryCode: 'PT',
  totalMinor,
  refundedMinor,
});

/** What each vendor gave back. */
const refundsByVendor = (booking: BookingFacts): Record<string, number | undefined> =>
  Object.fromEntries(
    countCancellation(booking, '2027-02-01T10:00:00.000Z')
      .filter(({ parts }) => parts[0] === 'VENDOR')
      .map(({ parts, measures }) => [parts[1], measures.refundedMinor]),
  );

test('each item gives back what its own terms grant', () => {
  const items = [itemOf('strict', 30_000, 0), itemOf('flexible', 10_000, 10_000)];
  expect(refundsByVendor({ currency: 'EUR', totalMinor: 40_000, refundedMinor: 10_000, items })).toEqual({
    strict: 0,
    flexible: 10_000,
  });
});

test.each([
  ['where only the sum is told', [itemOf('a', 30_000), itemOf('b', 10_000)]],
  ['where only some items tell', [itemOf('a', 30_000, 9), itemOf('b', 10_000)]],
  ['where the items tell another sum', [itemOf('a', 30_000, 9), itemOf('b', 10_000, 9)]],
])('items share a refund in proportion to their prices %s', (_, items) => {
  expect(refundsByVendor({ currency: 'EUR', totalMinor: 40_000, refundedMinor: 10_000, items })).toEqual({
    a: 7_500,
    b: 2_500,
  });
});

test('whatever is told of the items, all that was granted back is counted, and no more', () => {
  const amounts = fc.record({ total: fc.nat(100_000), refunded: fc.option(fc.nat(100_000), { nil: undefined }) });
  fc.assert(
    fc.property(fc.array(amounts, { minLength: 1, maxLength: 4 }), fc.nat(100_000), (drafts, refundedMinor) => {
      const items = drafts.map(({ total, refunded }, index) => itemOf(String(index), total, refunded));
      const booking = { currency: 'EUR', totalMinor: 0, refundedMinor, items };
      const shares = Object.values(refundsByVendor(booking));
      expect(shares.reduce<number>((sum, share) => sum + (share ?? 0), 0)).toBe(refundedMinor);
    }),
  );
});
