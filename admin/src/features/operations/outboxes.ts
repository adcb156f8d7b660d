import type { OperationsQuery, OutboxFragment } from '../../generated/features/operations/operations.ts';

/** A service with how its outbox stands; null when the service did not answer. */
export type ServiceOutbox = Readonly<{ service: string; state: OutboxFragment | null }>;

type Answer = Pick<OperationsQuery, 'usersOutbox' | 'listingsOutbox' | 'bookingsOutbox' | 'dealsOutbox'>;

/** Every service that has an outbox, also one that did not answer. */
export const outboxesIn = (answer: Answer): readonly ServiceOutbox[] => [
  { service: 'users', state: answer.usersOutbox },
  { service: 'listings', state: answer.listingsOutbox },
  { service: 'bookings', state: answer.bookingsOutbox },
  { service: 'deals', state: answer.dealsOutbox },
];
