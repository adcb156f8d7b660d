import * as bookings from './bookings.ts';
import * as deals from './deals.ts';
import type { EventType } from './define-event.ts';
import * as listings from './listings.ts';
import * as tracking from './tracking.ts';
import * as users from './users.ts';

const isEventType = (value: unknown): value is EventType =>
  typeof value === 'object' && value !== null && 'topic' in value && 'version' in value;

/** Every event type of Meridian. `asyncapi.yaml` is generated from it. */
export const eventTypes: readonly EventType[] = [bookings, deals, listings, tracking, users].flatMap((module) =>
  Object.values(module).filter(isEventType),
);

/**
 * Every topic with its partition count. More partitions let more replicas share the work; order holds per key only. `keepDays` is for
 * how long its events are kept at least, where that is longer than for the others.
 */
export const topics: readonly Readonly<{ name: string; partitions: number; keepDays?: number }>[] = [
  { name: 'users', partitions: 4 },
  { name: 'listings', partitions: 4 },
  { name: 'bookings', partitions: 4 },
  { name: 'payments', partitions: 4 },
  { name: 'reviews', partitions: 4 },
  { name: 'tracking', partitions: 4 },
  { name: 'deals.normalized', partitions: 4 },
  { name: 'deals.scored', partitions: 4 },
  { name: 'deals.tagged', partitions: 4 },
  { name: 'deal.events', partitions: 1 },
  { name: 'watches', partitions: 4 },
  { name: 'admin.commands', partitions: 1, keepDays: 365 },
];
