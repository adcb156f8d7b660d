import { addDays } from '@meridian/platform/values/local-date';
import {
  type BookingState as BookingData,
  bookingAbandoned,
  bookingCancelled,
  bookingCompleted,
  bookingConfirmed,
  bookingCreated,
  bookingExpired,
  bookingFailed,
  bookingHeld,
  bookingPendingApproval,
  bookingRejected,
  carAvailable,
  carBooked,
  inventoryChanged,
  paymentAuthorised,
  paymentCaptured,
  paymentFailed,
  paymentInitiated,
  paymentRefunded,
  paymentVoided,
} from '@meridian/schema/events/bookings';
import type { EventType } from '@meridian/schema/events/define-event';
import { type Booking, type BookingItem, daysOf } from '../domain/booking.ts';
import type { ItemRefund } from '../domain/cancellation.ts';
import type { SlotCount } from '../domain/inventory.ts';
import type { Payment } from '../domain/payment.ts';
import type { Announcement } from '../ports/announcement.ts';

const bookingEvents = {
  held: bookingHeld,
  created: bookingCreated,
  pendingApproval: bookingPendingApproval,
  confirmed: bookingConfirmed,
  rejected: bookingRejected,
  expired: bookingExpired,
  failed: bookingFailed,
  cancelled: bookingCancelled,
  completed: bookingCompleted,
  abandoned: bookingAbandoned,
} as const;
/** What can be told of a booking. */
export type BookingEvent = keyof typeof bookingEvents;

const paymentEvents = {
  initiated: paymentInitiated,
  authorised: paymentAuthorised,
  captured: paymentCaptured,
  voided: paymentVoided,
  refunded: paymentRefunded,
  failed: paymentFailed,
} as const;
/** What can be told of a payment. */
export type PaymentEvent = keyof typeof paymentEvents;

type About = Readonly<{ subject: string; sequence: number }>;

const announcement = <Data>(event: EventType<Data>, about: About, data: Data): Announcement => ({
  type: event.type,
  version: event.version,
  topic: event.topic,
  schema: event.schema,
  ...about,
  data,
});

/** No name and no address: travelers stay in this service's database. Each item has terms of its own, and so a refund of its own. */
const bookingData = (booking: Booking, refunds: readonly ItemRefund[]): BookingData => ({
  bookingId: booking.id,
  userId: booking.userId,
  state: booking.state,
  currency: booking.currency,
  totalMinor: booking.totalMinor,
  refundedMinor: booking.refundedMinor,
  createdAt: new Date(booking.createdAtInMs).toISOString(),
  items: booking.items.map((item) => ({
    itemId: item.id,
    listingId: item.listingId,
    kind: item.kind,
    ownerId: item.ownerId,
    city: item.memory.city,
    countryCode: item.memory.countryCode,
    startsAt: item.memory.startsAt,
    endsAt: item.memory.endsAt,
    totalMinor: item.totalMinor,
    refundedMinor: refunds.find(({ itemId }) => itemId === item.id)?.refundMinor ?? 0,
    slots: item.slots.map((slot) => ({ ...slot })),
  })),
});

/** The booking with one version more, and the event that tells of it. */
export type Announced<Subject> = Readonly<{ subject: Subject; announcements: readonly Announcement[] }>;

/**
 * Tells of a booking's transition, in the given order. Each event counts the booking's version up by one.
 *
 * @param refunds what each item gives back; they sum to `booking.refundedMinor`
 */
export function announceBooking(
  booking: Booking,
  events: readonly BookingEvent[],
  refunds: readonly ItemRefund[] = [],
): Announced<Booking> {
  const data = bookingData(booking, refunds);
  const announcements = events.map((event, index) =>
    announcement(bookingEvents[event], { subject: booking.id, sequence: booking.version + index + 1 }, data),
  );
  return { subject: { ...booking, version: booking.version + events.length }, announcements };
}

/** Tells of a payment's transition. */
export function announcePayment(payment: Payment, event: PaymentEvent): Announced<Payment> {
  const subject = { ...payment, version: payment.version + 1 };
  const { id: paymentId, bookingId, userId, state, currency, amountMinor, refundedMinor } = subject;
  const data = { paymentId, bookingId, userId, state, currency, amountMinor, refundedMinor };
  return {
    subject,
    announcements: [announcement(paymentEvents[event], { subject: paymentId, sequence: subject.version }, data)],
  };
}

/** Tells what is left of slots, and through which listings they changed. Order holds per slot. */
export const announceStock = (
  counts: readonly SlotCount[],
  listingIdsOf: (count: SlotCount) => string[],
): Announcement[] =>
  counts.map((count) => {
    const { version: sequence, resource, slot, capacity, held, sold } = count;
    const data = { resource, slot, capacity, held, sold, listingIds: listingIdsOf(count) };
    return announcement(inventoryChanged, { subject: `${resource}/${slot}`, sequence }, data);
  });

const hireOf = (booking: Booking, item: BookingItem) => {
  const days = daysOf(item);
  const [from = '', to = ''] = [days[0], days.at(-1)];
  return {
    bookingId: booking.id,
    listingId: item.listingId,
    resource: item.slots[0]?.resource ?? '',
    from,
    to: addDays(to, 1),
  };
};

/** Tells that the booking's cars are taken, or free again. `to` is the day after the last. Order holds per booking. */
export function announceCars(booking: Booking, event: 'booked' | 'available'): Announced<Booking> {
  const cars = booking.items.filter((item) => item.kind === 'CAR');
  const type = event === 'booked' ? carBooked : carAvailable;
  const announcements = cars.map((item, index) =>
    announcement(type, { subject: booking.id, sequence: booking.version + index + 1 }, hireOf(booking, item)),
  );
  return { subject: { ...booking, version: booking.version + cars.length }, announcements };
}
