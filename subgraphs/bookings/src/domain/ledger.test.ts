import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aBooking, anItem } from '../../test/support/records.ts';
import { refundsAt } from './cancellation.ts';
import {
  cancellationPosting,
  chargePosting,
  type Posting,
  PROVIDER_CLEARING,
  REFUNDS_PAYABLE,
  refundPosting,
} from './ledger.ts';

const lines = fc
  .record({
    price: fc.integer({ min: 1, max: 5_000_000 }),
    discount: fc.integer({ min: 0, max: 100 }),
    tax: fc.integer({ min: 0, max: 900_000 }),
    fee: fc.integer({ min: 0, max: 90_000 }),
  })
  .map(({ price, discount, tax, fee }) => [
    { kind: 'PRICE' as const, label: 'Price', amountMinor: price },
    { kind: 'PRICE' as const, label: 'Discount', amountMinor: -Math.floor((price * discount) / 100) },
    { kind: 'TAX' as const, label: 'Tax', amountMinor: tax },
    { kind: 'FEE' as const, label: 'Fee', amountMinor: fee },
  ]);

const steps = fc.array(
  fc.record({ hoursBefore: fc.integer({ min: 0, max: 400 }), refundPercent: fc.integer({ min: 0, max: 100 }) }),
  { maxLength: 4 },
);

const bookings = fc
  .array(fc.record({ lines, steps, ownerId: fc.constantFrom('usr_1', 'usr_2') }), { minLength: 1, maxLength: 5 })
  .map((parts) => {
    const items = parts.map((part, index) =>
      anItem({
        id: `itm_${index}`,
        ownerId: part.ownerId,
        lines: part.lines,
        totalMinor: part.lines.reduce((total, line) => total + line.amountMinor, 0),
        cancellation: { name: 'MODERATE', steps: part.steps },
      }),
    );
    const totalMinor = items.reduce((total, item) => total + item.totalMinor, 0);
    return aBooking({ state: 'CONFIRMED', items, totalMinor });
  });

const sum = (postings: readonly Posting[], account?: string) =>
  postings
    .flatMap(({ entries }) => entries)
    .filter((entry) => account === undefined || entry.account === account)
    .reduce((total, entry) => total + entry.amountMinor, 0);

describe('the ledger', () => {
  test('a charge, a cancellation at any hour and its refund sum to zero, and clear what was owed', () => {
    fc.assert(
      fc.property(bookings, fc.integer({ min: -48, max: 500 }), (booking, hoursLeft) => {
        const refunds = refundsAt(booking, (booking.items[0]?.startsAtInMs ?? 0) - hoursLeft * 3_600_000);
        const refund = refunds.reduce((total, each) => total + each.refundMinor, 0);
        const postings = [
          chargePosting(booking),
          ...(refund > 0 ? [cancellationPosting(booking, refunds), refundPosting(booking, refund)] : []),
        ];
        for (const posting of postings) expect(sum([posting])).toBe(0);
        expect(sum(postings, REFUNDS_PAYABLE)).toBe(0);
        expect(sum(postings, PROVIDER_CLEARING)).toBe(booking.totalMinor - refund);
      }),
    );
  });

  test('a full refund takes the charge back from every account, a discount beyond the price included', () => {
    const item = anItem({
      totalMinor: 1_000,
      lines: [
        { kind: 'PRICE', label: 'Night', amountMinor: 5_000 },
        { kind: 'PRICE', label: 'Voucher', amountMinor: -5_500 },
        { kind: 'TAX', label: 'Tax', amountMinor: 1_000 },
        { kind: 'FEE', label: 'Fee', amountMinor: 500 },
      ],
    });
    const booking = aBooking({ state: 'PENDING_APPROVAL', items: [item], totalMinor: 1_000 });
    const postings = [
      chargePosting(booking),
      cancellationPosting(booking, refundsAt(booking, 0)),
      refundPosting(booking, 1_000),
    ];
    const accounts = [...new Set(postings.flatMap(({ entries }) => entries.map(({ account }) => account)))];
    expect(accounts).toHaveLength(5);
    expect(accounts.map((account) => sum(postings, account))).toEqual([0, 0, 0, 0, 0]);
  });

  test('what is refunded and what is kept make up the price of every item', () => {
    fc.assert(
      fc.property(bookings, fc.integer({ min: -48, max: 500 }), (booking, hoursLeft) => {
        const refunds = refundsAt(booking, (booking.items[0]?.startsAtInMs ?? 0) - hoursLeft * 3_600_000);
        for (const [index, refund] of refunds.entries()) {
          expect(refund.refundMinor + refund.penaltyMinor).toBe(booking.items[index]?.totalMinor);
          expect(refund.refundMinor).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});
