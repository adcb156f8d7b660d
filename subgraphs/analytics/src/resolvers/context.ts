import type { EventLog } from '@meridian/platform/event-log/event-log';
import type { Cursors } from '@meridian/platform/identity/cursor';
import type { SubgraphContext } from '@meridian/platform/subgraph/subgraph-context';
import type DataLoader from 'dataloader';
import type { AnalyticsApplication } from '../application/analytics-application.ts';

/** How often a listing was looked at and booked. */
export type Interest = Readonly<{ views: number; bookings: number }>;

/** Each batches what one request asks for, and forgets it afterwards. */
export type AnalyticsLoaders = Readonly<{
  interest: DataLoader<string, Interest>;
  /** From an owner's id to the public profile's. */
  vendor: DataLoader<string, string | null>;
}>;

/** What this subgraph's resolvers know of a request. */
export type AnalyticsContext = SubgraphContext &
  Readonly<{
    analytics: AnalyticsApplication;
    loaders: AnalyticsLoaders;
    log: Pick<EventLog, 'lag'>;
    cursors: Cursors;
  }>;
