import { type EventHandler, eventHandler } from '@meridian/platform/consumer/effect-consumer';
import type { CloudEvent } from '@meridian/platform/event-log/cloud-event';
import type { SqlTransaction } from '@meridian/platform/sql/sql-database';
import {
  type BookingState,
  bookingCancelled,
  bookingCompleted,
  bookingConfirmed,
  inventoryChanged,
} from '@meridian/schema/events/bookings';
import type { DataOf, EventType } from '@meridian/schema/events/define-event';
import { reviewPosted } from '@meridian/schema/events/listings';
import { userCreated, userDeleted, userUpdated } from '@meridian/schema/events/users';
import type { KnownBooking } from '../ports/guest-book.ts';
import type { ListingsTransaction } from '../ports/listings-store.ts';
import type { SlotStock } from '../ports/projections.ts';

/** The consumer group of this service. */
export const consumerGroup = 'listings';

/** What an event may change, in the transaction of the inbox. */
export type EffectTransaction = Pick<
  ListingsTransaction,
  'listings' | 'stock' | 'authors' | 'guests' | 'reviews' | 'reviewDocuments'
>;

/** How handlers speak of listings within the transaction of their inbox. */
export type ConsumedDeps = Readonly<{ openTransaction: (sql: SqlTransaction) => EffectTransaction }>;

const slotStock = ({ resource, slot, capacity, held, sold }: DataOf<typeof inventoryChanged>): SlotStock => ({
  ...{ resource, slot, capacity },
  taken: held + sold,
});

async function forgetUsers(
  { authors, guests }: EffectTransaction,
  deleted: readonly CloudEvent<Readonly<{ userId: string }>>[],
): Promise<void> {
  const userIds = deleted.map(({ data }) => data.userId);
  await authors.forget(userIds);
  await guests.forget(userIds);
}

async function storeTexts(
  { reviews, reviewDocuments }: EffectTransaction,
  posted: readonly CloudEvent<Readonly<{ reviewId: string }>>[],
): Promise<void> {
  const waiting = await reviews.pendingTexts(posted.map(({ data }) => data.reviewId));
  await reviewDocuments.put(waiting);
  await reviews.clearPending([...waiting.keys()]);
}

const knownBooking = ({ data, sequence }: CloudEvent<BookingState>, stands: boolean): KnownBooking => ({
  ...{ bookingId: data.bookingId, userId: data.userId, version: sequence, stands },
  listingIds: [...new Set(data.items.map(({ listingId }) => listingId))],
});

const keepGuests = ({ guests }: EffectTransaction, booked: readonly CloudEvent<BookingState>[]): Promise<void> =>
  guests.put(booked.map((event) => knownBooking(event, true)));

/** Who books, writes and cancels has not been there: the review stays, its mark and its rating go. */
async function withdraw(
  { guests, reviews, listings }: EffectTransaction,
  of: Readonly<{ authorId: string; listingId: string }>,
): Promise<void> {
  if (await guests.isGuest(of.authorId, of.listingId)) return;
  const rating = await reviews.unverify(of);
  const listing = rating === undefined ? undefined : await listings.find(of.listingId);
  if (listing && rating !== undefined) await listings.unrate(listing, rating);
}

async function loseGuests(
  transaction: EffectTransaction,
  cancelled: readonly CloudEvent<BookingState>[],
): Promise<void> {
  const bookings = cancelled.map((event) => knownBooking(event, false));
  await transaction.guests.put(bookings);
  for (const { userId: authorId, listingIds } of bookings)
    for (const listingId of listingIds) await withdraw(transaction, { authorId, listingId });
}

/**
 * What listings does with events.
 * - `inventory.changed` renews what search believes to be left. It carries the whole count of its slot, so the last one holds.
 * - `review.posted` stores the review's text, which waits in the record, as a document, and then forgets it there. Delivered again,
 *   it finds nothing that waits and writes nothing; stopped between document and commit, it writes the same document again.
 * - `booking.confirmed`, `booking.completed` and `booking.cancelled` keep who has booked what, for reviews. A review of whose author no
 *   booking stands any more is shown, but neither marked as a guest's nor counted.
 * - `user.*` keeps which account has which public profile. Of who is deleted the id is kept, and by ids the bookings on which the mark of
 *   a review rests: what bookings tells of them comes before or after, for the two are topics of their own, and ends alike.
 */
export function consumedEvents({ openTransaction }: ConsumedDeps): readonly EventHandler[] {
  const on = <Data>(
    { topic, type, version, schema }: EventType<Data>,
    apply: (transaction: EffectTransaction, events: readonly CloudEvent<Data>[]) => Promise<void>,
  ): EventHandler =>
    eventHandler({
      ...{ topic, type, version, schema },
      apply: (sql: SqlTransaction, events: readonly CloudEvent<Data>[]) => apply(openTransaction(sql), events),
    });
  return [
    on(inventoryChanged, ({ stock }, changes) => stock.put(changes.map(({ data }) => slotStock(data)))),
    on(reviewPosted, storeTexts),
    on(bookingConfirmed, keepGuests),
    on(bookingCompleted, keepGuests),
    on(bookingCancelled, loseGuests),
    on(userCreated, ({ authors }, created) => authors.put(created.map(({ data }) => data))),
    on(userUpdated, ({ authors }, updated) => authors.put(updated.map(({ data }) => data))),
    on(userDeleted, forgetUsers),
  ];
}
