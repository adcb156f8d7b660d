import { type EventHandler, eventHandler } from '@meridian/platform/consumer/effect-consumer';
import type { CloudEvent } from '@meridian/platform/event-log/cloud-event';
import type { SqlTransaction } from '@meridian/platform/sql/sql-database';
import type { EventType } from '@meridian/schema/events/define-event';
import { listingCreated, listingDeleted, listingUpdated } from '@meridian/schema/events/listings';
import { userDeleted } from '@meridian/schema/events/users';
import type { SlotCount } from '../domain/inventory.ts';
import type { Announcement } from '../ports/announcement.ts';
import type { ListingIntake } from '../ports/records.ts';
import { intakeOf, intakeOfDeleted } from './listing-intake.ts';
import { announceStock } from './published.ts';

/** What handlers do, as the composition hands it in: everything within the transaction of the inbox. */
export type ConsumedDeps = Readonly<{
  storeListings: (
    transaction: SqlTransaction,
    intakes: readonly ListingIntake[],
  ) => Promise<readonly Readonly<{ count: SlotCount; listingId: string }>[]>;
  announce: (transaction: SqlTransaction, announcements: readonly Announcement[]) => Promise<void>;
  forgetUser: (transaction: SqlTransaction, userId: string) => Promise<void>;
}>;

const handle = <Data>(
  type: EventType<Data>,
  apply: (transaction: SqlTransaction, events: readonly CloudEvent<Data>[]) => Promise<void>,
): EventHandler =>
  eventHandler({ topic: type.topic, type: type.type, version: type.version, schema: type.schema, apply });

/**
 * What this service does with others' events: capacity follows listings, personal data goes with its user. Each handler takes a
 * batch at once, and an older version of a listing than the known one changes nothing.
 */
export function consumedEvents(deps: ConsumedDeps): readonly EventHandler[] {
  const intake = async (transaction: SqlTransaction, intakes: readonly ListingIntake[]) => {
    const changes = await deps.storeListings(transaction, intakes);
    const through = new Map(changes.map(({ count, listingId }) => [count, [listingId]]));
    await deps.announce(
      transaction,
      announceStock([...through.keys()], (count) => through.get(count) ?? []),
    );
  };
  return [
    handle(listingCreated, (tx, events) =>
      intake(
        tx,
        events.map((event) => intakeOf(event.data, event.time)),
      ),
    ),
    handle(listingUpdated, (tx, events) =>
      intake(
        tx,
        events.map((event) => intakeOf(event.data, event.time)),
      ),
    ),
    handle(listingDeleted, (tx, events) =>
      intake(
        tx,
        events.map((event) => intakeOfDeleted(event.data, event.time)),
      ),
    ),
    handle(userDeleted, async (tx, events) => {
      for (const event of events) await deps.forgetUser(tx, event.data.userId);
    }),
  ];
}
