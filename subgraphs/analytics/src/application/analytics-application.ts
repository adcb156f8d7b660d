import type { LogRecords } from '../ports/log-records.ts';
import type { LiveEventMessage, LiveFilter } from './live-events.ts';
import type { LogIntake } from './log-intake.ts';
import type { AnalyticsReports } from './reports.ts';
import type { createTrackEvents } from './track-events.ts';

/** The use cases of this service. */
export type AnalyticsApplication = Readonly<{
  reports: AnalyticsReports;
  trackEvents: ReturnType<typeof createTrackEvents>;
  searchLogs: LogRecords['search'];
  /** Where a host may send its log lines as well: `createLogger({ destination })` takes it. */
  logs: LogIntake;
  liveEvents: (filter: LiveFilter, after: string | undefined) => Promise<AsyncGenerator<LiveEventMessage, void, void>>;
}>;
