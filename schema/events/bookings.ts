import { z } from 'zod';
import { defineEvent } from './define-event.ts';
import { countryCode, currency, instant, kind, localDate, localDateTime, minor } from './values.ts';

export const bookingStates = [
  'HELD',
  'PENDING_APPROVAL',
  'CONFIRMED',
  'COMPLETED',
  'EXPIRED',
  'FAILED',
  'REJECTED',
  'CANCELLED',
] as const;

const bookingItem = z.object({
  itemId: z.string(),
  listingId: z.string(),
  kind,
  ownerId: z.string(),
  city: z.string(),
  countryCode,
  startsAt: localDateTime,
  endsAt: localDateTime,
  totalMinor: minor,
  /** What of `totalMinor` the item's own terms granted back. Absent in events of earlier releases. */
  refundedMinor: minor.optional(),
  slots: z.array(
    z.object({ resource: z.string(), slot: localDate, units: z.int().positive(), bucket: z.string().optional() }),
  ),
});

/** A booking's whole state after the transition. */
export const bookingState = z.object({
  bookingId: z.string(),
  userId: z.string(),
  state: z.enum(bookingStates),
  currency,
  totalMinor: minor,
  refundedMinor: minor,
  createdAt: instant,
  items: z.array(bookingItem).min(1),
});
export type BookingState = z.infer<typeof bookingState>;

const booking = (name: string, description: string) =>
  defineEvent({ type: `booking.${name}`, version: 1, topic: 'bookings', description, schema: bookingState });

export const bookingHeld = booking('held', 'Stock is held for a traveler for some minutes.');
export const bookingCreated = booking(
  'created',
  'A booking came into being; goes with booking.held, under the name that the field uses.',
);
export const bookingPendingApproval = booking('pending_approval', 'Payment is authorised and the owner is asked.');
export const bookingConfirmed = booking('confirmed', 'The booking stands.');
export const bookingRejected = booking(
  'rejected',
  'The owner said no; the authorisation is void and the stock is free.',
);
export const bookingExpired = booking('expired', 'The hold or the time to answer is over; the stock is free.');
export const bookingFailed = booking('failed', 'The payment failed; the stock is free.');
export const bookingCancelled = booking('cancelled', 'The traveler cancelled; what the policy grants is refunded.');
export const bookingCompleted = booking('completed', 'The trip is over.');
export const bookingAbandoned = booking('abandoned', 'A traveler let a hold go without paying.');

export const paymentState = z.object({
  paymentId: z.string(),
  bookingId: z.string(),
  userId: z.string(),
  state: z.enum([
    'REQUIRES_PAYMENT',
    'AUTHORISED',
    'CAPTURED',
    'PARTIALLY_REFUNDED',
    'REFUNDED',
    'VOIDED',
    'FAILED',
    'UNKNOWN',
  ]),
  currency,
  amountMinor: minor,
  refundedMinor: minor,
});

const payment = (name: string, description: string) =>
  defineEvent({ type: `payment.${name}`, version: 1, topic: 'payments', description, schema: paymentState });

export const paymentInitiated = payment('initiated', 'A payment was asked for.');
export const paymentAuthorised = payment('authorised', 'The provider holds the amount for us.');
export const paymentCaptured = payment('captured', 'The amount was taken.');
export const paymentVoided = payment('voided', 'The authorisation was given back.');
export const paymentRefunded = payment('refunded', 'Some or all of the amount was given back.');
export const paymentFailed = payment('failed', 'The provider declined.');

export const inventoryChanged = defineEvent({
  type: 'inventory.changed',
  version: 1,
  topic: 'bookings',
  description:
    'What is left of a resource on a date has changed. `listingIds` are those that the change was made through.',
  schema: z.object({
    resource: z.string(),
    slot: localDate,
    capacity: z.int().nonnegative(),
    held: z.int().nonnegative(),
    sold: z.int().nonnegative(),
    listingIds: z.array(z.string()),
  }),
});

const carHire = z.object({
  bookingId: z.string(),
  listingId: z.string(),
  resource: z.string(),
  from: localDate,
  to: localDate,
});
export const carBooked = defineEvent({
  type: 'car.booked',
  version: 1,
  topic: 'bookings',
  description: 'A car was booked.',
  schema: carHire,
});
export const carAvailable = defineEvent({
  type: 'car.available',
  version: 1,
  topic: 'bookings',
  description: 'A booked car is free again.',
  schema: carHire,
});
