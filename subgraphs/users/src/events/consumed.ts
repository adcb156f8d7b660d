import { type EventHandler, eventHandler } from '@meridian/platform/consumer/effect-consumer';
import type { CloudEvent } from '@meridian/platform/event-log/cloud-event';
import type { SqlTransaction } from '@meridian/platform/sql/sql-database';
import {
  type BookingState,
  bookingAbandoned,
  bookingCancelled,
  bookingCompleted,
  bookingConfirmed,
  bookingExpired,
  bookingFailed,
  bookingHeld,
  bookingPendingApproval,
  bookingRejected,
} from '@meridian/schema/events/bookings';
import type { EventType } from '@meridian/schema/events/define-event';
import { airportDeleted, airportUpdated } from '@meridian/schema/events/listings';
import type { AirportBook } from '../ports/airports.ts';

/**
 * Remembers what each booking has come to. Events of one booking arrive in order, but a replay may bring an old one again: a row
 * never goes back to a lower version. Of an account that is gone nothing comes back, however late it is told: one statement asks and
 * writes, so no deletion comes between.
 */
const remember = `INSERT INTO trips (booking_id, user_id, state, sequence) SELECT ?, id, ?, ? FROM users WHERE id = ?
  ON CONFLICT (booking_id) DO UPDATE SET state = excluded.state, sequence = excluded.sequence
  WHERE excluded.sequence > trips.sequence`;

async function apply(transaction: SqlTransaction, events: readonly CloudEvent<BookingState>[]): Promise<void> {
  await transaction.executeMany(
    remember,
    events.map(({ data, sequence }) => [data.bookingId, data.state, sequence, data.userId]),
  );
}

/** The consumer group of this service. */
export const consumerGroup = 'users';

/**
 * What a booking has come to. It counts as a trip while it stands, from `booking.confirmed` on until it is cancelled; and whoever has one
 * that is not over cannot delete the account.
 */
const trips: readonly EventHandler[] = [
  ...[bookingHeld, bookingPendingApproval, bookingConfirmed, bookingCompleted],
  ...[bookingCancelled, bookingRejected, bookingExpired, bookingFailed, bookingAbandoned],
].map((event) => eventHandler({ ...event, apply }));

/** Opens the airports within the transaction that a consumer has begun. */
type OpenAirports = (transaction: SqlTransaction) => AirportBook;

/** Keeps which airports there are, for home airports. */
const airportHandler = <Data extends Readonly<{ code: string }>>(
  event: EventType<Data>,
  of: Readonly<{ airports: OpenAirports; isKnown: boolean }>,
): EventHandler =>
  eventHandler({
    ...event,
    apply: (transaction, events) =>
      of
        .airports(transaction)
        .remember(events.map(({ data, sequence }) => ({ code: data.code, isKnown: of.isKnown, sequence }))),
  });

/** What users does with the events of others. */
export const consumedEvents = ({ airports }: Readonly<{ airports: OpenAirports }>): readonly EventHandler[] => [
  ...trips,
  airportHandler(airportUpdated, { airports, isKnown: true }),
  airportHandler(airportDeleted, { airports, isKnown: false }),
];
