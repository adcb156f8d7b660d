import type { Transports } from '@meridian/gateway/transports/subgraph-transport';
import type { Readiness } from '@meridian/platform/observability/readiness';

/** The names of the services: of their subgraphs, their database files and their processes. */
export const serviceNames = ['users', 'listings', 'bookings', 'analytics', 'deals'] as const;
/** One of {@link serviceNames}. */
export type ServiceName = (typeof serviceNames)[number];

/** The five services, however they run: in this process, or each in one of its own. */
export interface Services extends AsyncDisposable {
  /** How the gateway reaches them. */
  readonly transports: Transports;
  /** Starts relays and consumers. */
  start(): Promise<void>;
  /** Ready when outboxes are empty and consumers have caught up. */
  readiness(): Promise<Readiness>;
  /** Stops consumers and relays, then closes databases. */
  close(): Promise<void>;
}
