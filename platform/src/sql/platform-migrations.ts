import { findInCheckout } from '../config/checkout.ts';

/** Tables that every service's database has beside its own: outbox, inbox, parked events. */
export const platformMigrationsFolder = findInCheckout('platform/migrations/sqlite');

/** Tables of the event log's own file. */
export const eventLogMigrationsFolder = findInCheckout('platform/migrations/event-log-sqlite');
