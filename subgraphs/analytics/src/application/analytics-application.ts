import type { LiveEventMessage, LiveFilter } from './live-events.ts';
import type { MessageQueue } from './message-queue.ts';
import type { AnalyticsReports } from './reports.ts';
import type { createTrackEvents } from './track-events.ts';

/** The use cases of this service. */
export type AnalyticsApplication = Readonly<{
  reports: AnalyticsReports;
  trackEvents: ReturnType<typeof createTrackEvents>;
  liveEvents: (filter: LiveFilter, after: string | undefined) => Promise<MessageQueue<LiveEventMessage>>;
}>;
