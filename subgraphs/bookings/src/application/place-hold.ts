import { randomBytes } from 'node:crypto';
import type { Ids } from '@meridian/platform/ids/ids';
import type { Clock } from '@meridian/platform/time/clock';
import type { Booking } from '../domain/booking.ts';
import { type FailureOf, type Refusal, refuse } from '../domain/failures.ts';
import type { SlotUnits } from '../domain/inventory.ts';
import type { Payment } from '../domain/payment.ts';
import { referenceOf } from '../domain/reference.ts';
import { announceBooking, announcePayment, announceStock } from '../events/published.ts';
import type { BookingTransaction } from '../ports/booking-store.ts';
import type { AgreedOffer } from '../ports/offers.ts';
import type { Shortage } from '../ports/stock.ts';
import { listingsThrough, slotsOf } from './carry-out.ts';
import { beyondHoldLimit } from './hold-limit.ts';
import type { Paid } from './payment-outcome.ts';
import { bucketLimitsOf, closedListing, type OfferFailure, type OffersRead, partyProblems } from './read-offers.ts';
import { refuseForgotten } from './refuse-forgotten.ts';
import { HOLD_LIFETIME_IN_MS } from './time-limits.ts';
import type { HoldInput } from './validate-input.ts';

/** Why nothing was held. */
export type HoldFailure = OfferFailure | FailureOf<'NOT_PERMITTED' | 'SOLD_OUT' | 'TOO_MANY_HOLDS'>;

/**
 * What holding works with. `holdsPerAccount` is how many bookings an account may hold at once; `randomBytes` makes booking
 * references, of Node's own unless given.
 */
export type HoldDeps = Readonly<{
  clock: Clock;
  ids: Ids;
  holdsPerAccount: number;
  randomBytes?: (count: number) => Uint8Array;
}>;

/** Who holds what. */
export type HoldOrder = Readonly<{ userId: string; input: HoldInput; read: OffersRead; endsWithDecline: boolean }>;

function newBooking(order: HoldOrder, offers: readonly AgreedOffer[], deps: HoldDeps): Booking {
  const now = deps.clock.now();
  const items = offers.map(({ currency: _, ...offer }) => ({ id: deps.ids.next('itm'), ...offer }));
  return {
    id: deps.ids.next('bkg'),
    reference: referenceOf((deps.randomBytes ?? randomBytes)(8)),
    userId: order.userId,
    state: 'HELD',
    currency: offers[0]?.currency ?? '',
    totalMinor: items.reduce((total, item) => total + item.totalMinor, 0),
    refundedMinor: 0,
    version: 0,
    createdAtInMs: now,
    updatedAtInMs: now,
    // What has begun is sold no more, held or not.
    holdExpiresAtInMs: Math.min(now + HOLD_LIFETIME_IN_MS, ...items.map((item) => item.startsAtInMs)),
    answerByInMs: null,
    contactEmail: order.input.contactEmail ?? null,
    travelers: order.input.travelers.map(({ givenName, familyName, kind }) => ({
      givenName: givenName.trim(),
      familyName: familyName.trim(),
      kind,
    })),
    items,
  };
}

/** An attempt to pay that asks the provider for nothing yet. */
export const newPayment = (
  booking: Booking,
  attempt: Readonly<{ number: number; endsBooking: boolean }>,
  deps: Pick<HoldDeps, 'clock' | 'ids'>,
): Payment => ({
  id: deps.ids.next('pay'),
  bookingId: booking.id,
  userId: booking.userId,
  attempt: attempt.number,
  state: 'REQUIRES_PAYMENT',
  currency: booking.currency,
  amountMinor: booking.totalMinor,
  refundedMinor: 0,
  cardBrand: null,
  cardLast4: null,
  failureReason: null,
  endsBooking: attempt.endsBooking,
  pendingStep: null,
  stepDueAtInMs: null,
  operationId: null,
  version: 0,
  createdAtInMs: deps.clock.now(),
  updatedAtInMs: deps.clock.now(),
});

/** Whether a slot is what was too little of: the resource on its day, or only one of its buckets. */
const lacks =
  ({ slot: { resource, slot, bucket } }: Shortage) =>
  (taken: SlotUnits): boolean =>
    taken.resource === resource && taken.slot === slot && (bucket === undefined || taken.bucket === bucket);

type Sold = Pick<AgreedOffer, 'slots' | 'listingId'>;

const unitsLacking = (offers: readonly Sold[], shortage: Shortage): number =>
  slotsOf(offers)
    .filter(lacks(shortage))
    .reduce((total, { units }) => total + units, 0);

/** What a traveler is told when a slot has too little left. `path` is where the offers stand in the arguments. */
export function soldOut(
  offers: readonly Sold[],
  shortage: Shortage,
  path: readonly string[],
): Refusal<FailureOf<'SOLD_OUT'>> {
  const { slot, remaining } = shortage;
  // Of several offers that share the slot, the one with which it is no longer enough.
  const index = offers.findIndex((_, at) => unitsLacking(offers.slice(0, at + 1), shortage) > remaining);
  return refuse({
    code: 'SOLD_OUT',
    listingId: offers[index]?.listingId ?? '',
    date: slot.slot,
    remaining,
    wanted: unitsLacking(offers, shortage),
    path: index < 0 ? path : [...path, String(index)],
  });
}

async function store(tx: BookingTransaction, booking: Booking, payment: Payment): Promise<Paid> {
  const told = announceBooking(booking, ['held', 'created']);
  const asked = announcePayment(payment, 'initiated');
  await tx.bookings.insert(told.subject);
  await tx.payments.insert(asked.subject);
  await tx.announce([...told.announcements, ...asked.announcements]);
  return { booking: told.subject, payment: asked.subject };
}

/** Takes the stock and writes the booking with its payment intent and events, all in the given transaction. */
export async function placeHold(
  tx: BookingTransaction,
  order: HoldOrder,
  deps: HoldDeps,
): Promise<(Paid & Readonly<{ ok: true }>) | Refusal<HoldFailure>> {
  const gone = await refuseForgotten(tx.bookings, order.userId);
  if (gone) return gone;
  if (!order.read.ok) return order.read;
  const { offers } = order.read;
  const problems = partyProblems(offers, order.input.travelers);
  if (problems.length > 0) return refuse({ code: 'VALIDATION_FAILED', problems });
  const known = await tx.listings([...new Set(offers.map((offer) => offer.listingId))]);
  const closed = closedListing(offers, known, ['input']);
  if (closed) return closed;
  const { userId } = order;
  const beyond = await beyondHoldLimit(tx.bookings, { userId, limit: deps.holdsPerAccount, atInMs: deps.clock.now() });
  if (beyond) return beyond;
  const taken = await tx.stock.take(slotsOf(offers), bucketLimitsOf(known));
  if (!taken.ok) return soldOut(offers, taken.shortage, ['input', 'offers']);
  const booking = newBooking(order, offers, deps);
  const payment = newPayment(booking, { number: 1, endsBooking: order.endsWithDecline }, deps);
  const paid = await store(tx, booking, payment);
  await tx.announce(announceStock(taken.counts, listingsThrough(booking.items)));
  return { ok: true, ...paid };
}
