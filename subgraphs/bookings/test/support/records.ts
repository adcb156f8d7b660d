import type { Booking, BookingItem } from '../../src/domain/booking.ts';
import type { Payment } from '../../src/domain/payment.ts';
import type { Refund } from '../../src/domain/refund.ts';
import { start } from './bookings-under-test.ts';

/** An item of one night, with everything that an item has. */
export const anItem = (changes: Partial<BookingItem> = {}): BookingItem => ({
  id: 'itm_1',
  listingId: 'sty_1',
  listingVersion: 1,
  kind: 'STAY',
  ownerId: 'usr_owner',
  offerId: 'off_1',
  totalMinor: 12_345,
  lines: [
    { kind: 'PRICE', label: 'One night', amountMinor: 10_000 },
    { kind: 'TAX', label: 'City tax', amountMinor: 2_000 },
    { kind: 'FEE', label: 'Cleaning', amountMinor: 345 },
  ],
  slots: [{ resource: 'room', slot: '2027-03-01', units: 1 }],
  party: { adults: 2, children: 0 },
  cancellation: { name: 'FLEXIBLE', steps: [{ hoursBefore: 24, refundPercent: 100 }] },
  instantBook: true,
  memory: {
    title: 'A room',
    place: 'Lisbon',
    city: 'Lisbon',
    countryCode: 'PT',
    startsAt: '2027-03-01T15:00',
    endsAt: '2027-03-02T11:00',
    timeZone: 'Europe/Lisbon',
    endTimeZone: 'Europe/Lisbon',
  },
  startsAtInMs: Date.UTC(2027, 2, 1, 15),
  endsAtInMs: Date.UTC(2027, 2, 2, 11),
  ...changes,
});

export const aBooking = (changes: Partial<Booking> = {}): Booking => ({
  id: 'bkg_1',
  reference: `MER-${changes.id ?? 'bkg_1'}`,
  userId: 'usr_ada',
  state: 'HELD',
  currency: 'EUR',
  totalMinor: 12_345,
  refundedMinor: 0,
  version: 0,
  createdAtInMs: start,
  updatedAtInMs: start,
  holdExpiresAtInMs: start + 600_000,
  answerByInMs: null,
  contactEmail: 'ada@example.org',
  travelers: [{ givenName: 'Ada', familyName: 'Lovelace', kind: 'ADULT' }],
  items: [anItem()],
  ...changes,
});

export const aPayment = (changes: Partial<Payment> = {}): Payment => ({
  id: 'pay_1',
  bookingId: 'bkg_1',
  userId: 'usr_ada',
  attempt: 1,
  state: 'REQUIRES_PAYMENT',
  currency: 'EUR',
  amountMinor: 12_345,
  refundedMinor: 0,
  cardBrand: null,
  cardLast4: null,
  failureReason: null,
  endsBooking: false,
  pendingStep: null,
  stepDueAtInMs: null,
  operationId: null,
  version: 0,
  createdAtInMs: start,
  updatedAtInMs: start,
  ...changes,
});

export const aRefund = (changes: Partial<Refund> = {}): Refund => ({
  id: 'rfd_1',
  bookingId: 'bkg_1',
  paymentId: 'pay_1',
  state: 'PENDING',
  currency: 'EUR',
  amountMinor: 100,
  dueAtInMs: start,
  createdAtInMs: start,
  updatedAtInMs: start,
  ...changes,
});
