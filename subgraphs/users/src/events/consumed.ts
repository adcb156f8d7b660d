import { type EventHandler, eventHandler } from '@meridian/platform/consumer/effect-consumer';
import type { CloudEvent } from '@meridian/platform/event-log/cloud-event';
import type { SqlTransaction } from '@meridian/platform/sql/sql-database';
import {
  type BookingState,
  bookingCancelled,
  bookingCompleted,
  bookingConfirmed,
} from '@meridian/schema/events/bookings';

/**
 * Remembers what each booking has come to. Events of one booking arrive in order, but a replay may bring an old one again: a row
 * never goes back to a lower version. (`ON CONFLICT … WHERE` is SQLite's; MySQL says `ON DUPLICATE KEY UPDATE … IF`.)
 */
const remember = `INSERT INTO trips (booking_id, user_id, state, sequence) VALUES (?, ?, ?, ?)
  ON CONFLICT (booking_id) DO UPDATE SET state = excluded.state, sequence = excluded.sequence
  WHERE excluded.sequence > trips.sequence`;

async function apply(transaction: SqlTransaction, events: readonly CloudEvent<BookingState>[]): Promise<void> {
  await transaction.executeMany(
    remember,
    events.map(({ data, sequence }) => [data.bookingId, data.userId, data.state, sequence]),
  );
}

/** The consumer group of this service. */
export const consumerGroup = 'users';

/** A trip counts while its booking stands: from `booking.confirmed` on, until it is cancelled. */
export const consumedEvents: readonly EventHandler[] = [bookingConfirmed, bookingCancelled, bookingCompleted].map(
  (event) =>
    eventHandler({ topic: event.topic, type: event.type, version: event.version, schema: event.schema, apply }),
);
