import { type EventHandler, eventHandler } from '@meridian/platform/consumer/effect-consumer';
import type { CloudEvent } from '@meridian/platform/event-log/cloud-event';
import type { SqlTransaction } from '@meridian/platform/sql/sql-database';
import { inventoryChanged } from '@meridian/schema/events/bookings';
import type { EventType } from '@meridian/schema/events/define-event';
import { reviewPosted } from '@meridian/schema/events/listings';
import { userCreated, userDeleted, userUpdated } from '@meridian/schema/events/users';
import type { ListingsTransaction } from '../ports/listings-store.ts';

/** The consumer group of this service. */
export const consumerGroup = 'listings';

/** What an event may change, in the transaction of the inbox. */
export type EffectTransaction = Pick<ListingsTransaction, 'stock' | 'authors' | 'reviews' | 'reviewDocuments'>;

export type ConsumedDeps = Readonly<{ openTransaction: (sql: SqlTransaction) => EffectTransaction }>;

async function storeTexts(
  { reviews, reviewDocuments }: EffectTransaction,
  posted: readonly Readonly<{ reviewId: string }>[],
): Promise<void> {
  const waiting = await reviews.pendingTexts(posted.map(({ reviewId }) => reviewId));
  await reviewDocuments.put(waiting);
  await reviews.clearPending([...waiting.keys()]);
}

/**
 * What listings does with events.
 * - `inventory.changed` renews what search believes to be left. It carries the whole count of its slot, so the last one holds.
 * - `review.posted` stores the review's text, which waits in the record, as a document, and then forgets it there. Delivered again,
 *   it finds nothing that waits and writes nothing; stopped between document and commit, it writes the same document again.
 * - `user.*` keeps which account has which public profile.
 */
export function consumedEvents({ openTransaction }: ConsumedDeps): readonly EventHandler[] {
  const on = <Data>(
    { topic, type, version, schema }: EventType<Data>,
    apply: (transaction: EffectTransaction, data: readonly Data[]) => Promise<void>,
  ): EventHandler =>
    eventHandler({
      ...{ topic, type, version, schema },
      apply: (sql: SqlTransaction, events: readonly CloudEvent<Data>[]) =>
        apply(
          openTransaction(sql),
          events.map(({ data }) => data),
        ),
    });
  return [
    on(inventoryChanged, ({ stock }, changes) =>
      stock.put(
        changes.map(({ resource, slot, capacity, held, sold }) => ({ resource, slot, capacity, taken: held + sold })),
      ),
    ),
    on(reviewPosted, storeTexts),
    on(userCreated, ({ authors }, profiles) => authors.put(profiles)),
    on(userUpdated, ({ authors }, profiles) => authors.put(profiles)),
    on(userDeleted, ({ authors }, users) => authors.forget(users.map(({ userId }) => userId))),
  ];
}
