import type { Booking, BookingItem } from '../domain/booking.ts';
import { type BookingCommand, type StateConflict, type StockEffect, transition } from '../domain/booking-machine.ts';
import type { ItemRefund } from '../domain/cancellation.ts';
import type { Refusal } from '../domain/failures.ts';
import type { SlotCount, SlotUnits } from '../domain/inventory.ts';
import { announceBooking, announceCars, announceStock, type BookingEvent } from '../events/published.ts';
import type { BookingTransaction } from '../ports/booking-store.ts';

const eventOf: Readonly<Record<BookingCommand, BookingEvent>> = {
  REQUEST_APPROVAL: 'pendingApproval',
  CONFIRM: 'confirmed',
  EXPIRE: 'expired',
  ABANDON: 'abandoned',
  FAIL: 'failed',
  REJECT: 'rejected',
  CANCEL: 'cancelled',
  COMPLETE: 'completed',
};

/** Every slot of a booking. */
export const slotsOf = (items: readonly Pick<BookingItem, 'slots'>[]): SlotUnits[] =>
  items.flatMap((item) => item.slots);

/** Which of a booking's listings a slot was taken through. */
export const listingsThrough =
  (items: readonly Pick<BookingItem, 'slots' | 'listingId'>[]) =>
  (count: SlotCount): string[] => [
    ...new Set(
      items
        .filter((item) => item.slots.some((slot) => slot.resource === count.resource && slot.slot === count.slot))
        .map((item) => item.listingId),
    ),
  ];

function changeStock(tx: BookingTransaction, booking: Booking, effect: StockEffect): Promise<readonly SlotCount[]> {
  const slots = slotsOf(booking.items);
  switch (effect) {
    case 'NONE':
      return Promise.resolve([]);
    case 'SELL':
      return tx.stock.sell(slots);
    case 'FREE_HELD':
      return tx.stock.free(slots, 'held');
    case 'FREE_SOLD':
      return tx.stock.free(slots, 'sold');
  }
}

/** What a transition changes beside the state. */
export type Amendment = Partial<Pick<Booking, 'answerByInMs' | 'refundedMinor'>>;

/** What to do with a booking, and when. `refunds` are what its items give back; they sum to the amended `refundedMinor`. */
export type Order = Readonly<{
  command: BookingCommand;
  atInMs: number;
  amend?: Amendment;
  refunds?: readonly ItemRefund[];
}>;

function announceAll(next: Booking, { command, refunds }: Order, effect: StockEffect) {
  const told = announceBooking(next, [eventOf[command]], refunds);
  if (command === 'CONFIRM') {
    const cars = announceCars(told.subject, 'booked');
    return { subject: cars.subject, announcements: [...told.announcements, ...cars.announcements] };
  }
  if (effect === 'FREE_SOLD') {
    const cars = announceCars(told.subject, 'available');
    return { subject: cars.subject, announcements: [...told.announcements, ...cars.announcements] };
  }
  return told;
}

/**
 * Carries a command out on a booking as it was read in this transaction: the row, its stock and the events, together. Refused
 * where the booking's state has no such way.
 */
export async function carryOut(
  tx: BookingTransaction,
  booking: Booking,
  order: Order,
): Promise<Readonly<{ ok: true; booking: Booking }> | Refusal<StateConflict>> {
  const decided = transition(booking, order.command, order.atInMs);
  if (!decided.ok) return decided;
  const counts = await changeStock(tx, booking, decided.stock);
  const told = announceAll({ ...decided.booking, ...order.amend }, order, decided.stock);
  await tx.bookings.move(booking, told.subject);
  await tx.announce([...told.announcements, ...announceStock(counts, listingsThrough(booking.items))]);
  return { ok: true, booking: told.subject };
}

/** As {@link carryOut}, where the caller has made sure that the way exists. */
export async function mustCarryOut(tx: BookingTransaction, booking: Booking, order: Order): Promise<Booking> {
  const done = await carryOut(tx, booking, order);
  if (!done.ok) throw new Error(`${order.command} is no way for booking ${booking.id} in state ${booking.state}.`);
  return done.booking;
}
