import { type EventHandler, eventHandler } from '@meridian/platform/consumer/effect-consumer';
import type { CloudEvent } from '@meridian/platform/event-log/cloud-event';
import type { SqlTransaction } from '@meridian/platform/sql/sql-database';
import { inventoryChanged } from '@meridian/schema/events/bookings';
import { dealNormalized, dealScored, dealTagged } from '@meridian/schema/events/deals';
import type { EventType } from '@meridian/schema/events/define-event';
import {
  airportDeleted,
  airportUpdated,
  type ListingState,
  listingCreated,
  listingDeleted,
  listingUpdated,
} from '@meridian/schema/events/listings';
import { userDeleted } from '@meridian/schema/events/users';
import type { DetectDeals, Told } from '../application/detect-deals.ts';
import type { FollowListings, ListingChange } from '../application/follow-listings.ts';
import type { FollowStock } from '../application/follow-stock.ts';
import type { forgetUser } from '../application/forget-user.ts';
import type { PublishDeals } from '../application/publish-deals.ts';
import type { TagDeals } from '../application/tag-deals.ts';
import type { DealsTransaction } from '../ports/deals-store.ts';
import { factsOf } from './listing-facts.ts';

/** A consumer group and what it does. */
export type Stage = Readonly<{ group: string; handlers: readonly EventHandler[]; maxBatch: number }>;

/** Opens what deals keeps within the transaction that a consumer has begun. */
export type Within = (transaction: SqlTransaction) => DealsTransaction;

type Deps = Readonly<{
  within: Within;
  followListings: FollowListings;
  followStock: FollowStock;
  forgetUser: typeof forgetUser;
  detectDeals: DetectDeals;
  tagDeals: TagDeals;
  publishDeals: PublishDeals;
}>;

const timeOf = (event: CloudEvent): number => Date.parse(event.time);
const told = <Data>(event: CloudEvent<Data>): Told<Data> => ({ data: event.data, cause: event });

const stateChange = (event: CloudEvent<ListingState>): ListingChange => {
  const at = timeOf(event);
  return { cause: event, at, facts: factsOf(event.data, at) };
};

/** Keeps which airports there are, for watches on searches of flights. */
const keepAirports = <Data extends Readonly<{ code: string }>>(
  event: EventType<Data>,
  of: Readonly<{ within: Within; isKnown: boolean }>,
): EventHandler =>
  eventHandler({
    ...event,
    apply: (transaction, events) =>
      of
        .within(transaction)
        .airports.put(events.map(({ data, sequence }) => ({ code: data.code, isKnown: of.isKnown, sequence }))),
  });

/** What deals does with the events of others. Watches are evaluated here, not behind the pipeline. */
const facts = ({ within, followListings, followStock, forgetUser }: Deps): EventHandler[] => [
  keepAirports(airportUpdated, { within, isKnown: true }),
  keepAirports(airportDeleted, { within, isKnown: false }),
  eventHandler({
    ...listingCreated,
    apply: (transaction, events) => followListings(within(transaction), events.map(stateChange)),
  }),
  eventHandler({
    ...listingUpdated,
    apply: (transaction, events) => followListings(within(transaction), events.map(stateChange)),
  }),
  eventHandler({
    ...listingDeleted,
    apply: (transaction, events) =>
      followListings(
        within(transaction),
        events.map((event) => ({ cause: event, at: timeOf(event), removed: event.data })),
      ),
  }),
  eventHandler({
    ...inventoryChanged,
    apply: (transaction, events) =>
      followStock(
        within(transaction),
        events.map((event) => {
          const { resource, slot, capacity, held, sold } = event.data;
          return { resource, slot, remaining: Math.max(0, capacity - held - sold), at: timeOf(event), cause: event };
        }),
      ),
  }),
  eventHandler({
    ...userDeleted,
    apply: async (transaction, events) => {
      for (const { data } of events) await forgetUser(within(transaction), data.userId);
    },
  }),
];

/**
 * Every consumer of deals, each a group of its own: facts of other services with the watches, then the three stages of the
 * pipeline. A stage that is behind never holds up a watch. Batches are small where a watch might wait for their end.
 */
export const createStages = (deps: Deps): readonly Stage[] => [
  { group: 'deals', handlers: facts(deps), maxBatch: 400 },
  {
    group: 'deals.detection',
    handlers: [
      eventHandler({
        ...dealNormalized,
        apply: (transaction, events) => deps.detectDeals(deps.within(transaction), events.map(told)),
      }),
    ],
    maxBatch: 400,
  },
  {
    group: 'deals.tagging',
    handlers: [
      eventHandler({
        ...dealScored,
        apply: (transaction, events) => deps.tagDeals(deps.within(transaction), events.map(told)),
      }),
    ],
    maxBatch: 100,
  },
  {
    group: 'deals.feed',
    handlers: [
      eventHandler({
        ...dealTagged,
        apply: (transaction, events) => deps.publishDeals(deps.within(transaction), events.map(told)),
      }),
    ],
    maxBatch: 100,
  },
];
