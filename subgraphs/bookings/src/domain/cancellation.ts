import { multiply } from '@meridian/platform/values/money';
import type { Booking, BookingItem } from './booking.ts';

/** What cancelling costs: the first step whose `hoursBefore` is at most the hours left until the start applies. */
export type CancellationTerms = Readonly<{
  name: 'FLEXIBLE' | 'MODERATE' | 'STRICT' | 'NON_REFUNDABLE';
  steps: readonly Readonly<{ hoursBefore: number; refundPercent: number }>[];
}>;

/** What one item gives back, and why. */
export type ItemRefund = Readonly<{
  itemId: string;
  title: string;
  policy: CancellationTerms['name'];
  refundPercent: number;
  refundMinor: number;
  penaltyMinor: number;
}>;

const hourInMs = 3_600_000;

/** The share of the price, in percent, that comes back when something that starts at `startsAtInMs` is cancelled at `atInMs`. */
export function refundPercentAt(terms: CancellationTerms, startsAtInMs: number, atInMs: number): number {
  const hoursLeft = (startsAtInMs - atInMs) / hourInMs;
  const strictestFirst = [...terms.steps].sort((left, right) => right.hoursBefore - left.hoursBefore);
  return strictestFirst.find((step) => step.hoursBefore <= hoursLeft)?.refundPercent ?? 0;
}

function refundOf(item: BookingItem, currency: string, atInMs: number): ItemRefund {
  const refundPercent = refundPercentAt(item.cancellation, item.startsAtInMs, atInMs);
  const total = { minor: item.totalMinor, currency };
  // Rounded here and nowhere else: the penalty is what is left, so that the two always make up the price.
  const refundMinor = multiply(total, { numerator: refundPercent, denominator: 100 }).minor;
  return {
    itemId: item.id,
    title: item.memory.title,
    policy: item.cancellation.name,
    refundPercent,
    refundMinor,
    penaltyMinor: item.totalMinor - refundMinor,
  };
}

/** What every item gives back when the booking is cancelled at `atInMs`. Nothing was charged yet before the owner's yes. */
export function refundsAt(booking: Booking, atInMs: number): ItemRefund[] {
  const refunds = booking.items.map((item) => refundOf(item, booking.currency, atInMs));
  if (booking.state !== 'PENDING_APPROVAL') return refunds;
  return refunds.map((refund) => ({
    ...refund,
    refundPercent: 100,
    refundMinor: refund.refundMinor + refund.penaltyMinor,
    penaltyMinor: 0,
  }));
}

/** How long a cancellation quote is good for. */
export const CANCELLATION_QUOTE_LIFETIME_IN_MS = 10 * 60_000;

/** A quote that the traveler confirms. It holds for one version of the booking. */
export type CancellationQuote = Readonly<{
  id: string;
  bookingId: string;
  userId: string;
  bookingVersion: number;
  currency: string;
  refundMinor: number;
  penaltyMinor: number;
  items: readonly ItemRefund[];
  expiresAtInMs: number;
}>;
