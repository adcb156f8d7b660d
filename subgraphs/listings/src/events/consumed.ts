import { type EventHandler, eventHandler } from '@meridian/platform/consumer/effect-consumer';
import type { CloudEvent } from '@meridian/platform/event-log/cloud-event';
import type { SqlTransaction } from '@meridian/platform/sql/sql-database';
import { inventoryChanged } from '@meridian/schema/events/bookings';
import type { EventType } from '@meridian/schema/events/define-event';
import { reviewPosted } from '@meridian/schema/events/listings';
import { userCreated, userDeleted, userUpdated } from '@meridian/schema/events/users';
import type { Projections } from '../ports/projections.ts';
import type { ReviewDocuments, ReviewStore } from '../ports/review-store.ts';

/** The consumer group of this service. */
export const consumerGroup = 'listings';

export type ConsumedDeps = Readonly<{
  projections: Projections;
  reviews: Pick<ReviewStore, 'pendingTexts' | 'clearPending'>;
  reviewDocuments: Pick<ReviewDocuments, 'put'>;
}>;

const on = <Data>(
  event: EventType<Data>,
  apply: (transaction: SqlTransaction, events: readonly CloudEvent<Data>[]) => Promise<void>,
): EventHandler =>
  eventHandler({ topic: event.topic, type: event.type, version: event.version, schema: event.schema, apply });

/**
 * What listings does with events.
 * - `inventory.changed` renews what search believes to be left. It carries the whole count of its slot, so the last one holds.
 * - `review.posted` stores the review's text, which waits in the record, as a document, and then forgets it there. Delivered again,
 *   it finds nothing that waits and writes nothing; stopped between document and commit, it writes the same document again.
 * - `user.*` keeps which account has which public profile.
 */
export function consumedEvents({ projections, reviews, reviewDocuments }: ConsumedDeps): readonly EventHandler[] {
  return [
    on(inventoryChanged, (transaction, events) =>
      projections.putStock(
        transaction,
        events.map(({ data: { resource, slot, capacity, held, sold } }) => ({
          resource,
          slot,
          capacity,
          taken: held + sold,
        })),
      ),
    ),
    on(reviewPosted, async (transaction, events) => {
      const waiting = await reviews.pendingTexts(
        transaction,
        events.map(({ data }) => data.reviewId),
      );
      await reviewDocuments.put(transaction, waiting);
      await reviews.clearPending(transaction, [...waiting.keys()]);
    }),
    ...[userCreated, userUpdated].map((event) =>
      on(event, (transaction, events) =>
        projections.putAuthors(
          transaction,
          events.map(({ data }) => data),
        ),
      ),
    ),
    on(userDeleted, (transaction, events) =>
      projections.forgetAuthors(
        transaction,
        events.map(({ data }) => data.userId),
      ),
    ),
  ];
}
