import type { DeadLetterBook } from '@meridian/platform/consumer/dead-letter-book';
import type { EventLog } from '@meridian/platform/event-log/event-log';
import type { ExchangeRates } from '@meridian/platform/exchange-rates/exchange-rates';
import type { Cursors } from '@meridian/platform/identity/cursor';
import type { OutgoingEvent } from '@meridian/platform/outbox/outbox';
import type { TrackedEvent } from '../domain/tracked-events.ts';
import type { Command, Visitor } from '../events/published.ts';
import type { LogRecords } from '../ports/log-records.ts';
import type { RawEvents } from '../ports/raw-events.ts';
import type { Reports } from '../ports/reports.ts';
import type { TrackingLog } from '../ports/tracking-log.ts';
import { createCountEvents } from './count-events.ts';
import { createListDeadLetters } from './list-dead-letters.ts';
import { createListTopListings } from './list-top-listings.ts';
import type { LiveHub } from './live-hub.ts';
import { createLocateLiveEvents } from './locate-live-events.ts';
import type { LogIntake } from './log-intake.ts';
import { createReadConsumerLag } from './read-consumer-lag.ts';
import { createReadDeadLetter } from './read-dead-letter.ts';
import { createReplayDeadLetter } from './replay-dead-letter.ts';
import { createReportLookToBook } from './report-look-to-book.ts';
import { createReportRevenue } from './report-revenue.ts';
import { createSearchLogs } from './search-logs.ts';
import { createStreamLiveEvents } from './stream-live-events.ts';
import { createTrackEvents } from './track-events.ts';
import { createWaitUntilStored } from './wait-until-stored.ts';

/** Everything that the use cases stand on. */
export type ApplicationDeps = Readonly<{
  reports: Reports;
  raw: RawEvents;
  logRecords: LogRecords;
  rates: ExchangeRates;
  tracking: TrackingLog;
  toEvent: (tracked: TrackedEvent, visitor: Visitor) => OutgoingEvent;
  hub: LiveHub;
  toCommandEvent: (command: Command) => OutgoingEvent;
  log: Pick<EventLog, 'lag' | 'append'>;
  deadLetters: DeadLetterBook;
  /** The consumer group of this service. */
  group: string;
  /** Lets so many milliseconds pass. */
  pause: (durationInMs: number) => Promise<unknown>;
  cursors: Cursors;
  logs: LogIntake;
}>;

/** The use cases of analytics. */
export const createAnalyticsApplication = (deps: ApplicationDeps) => ({
  countEvents: createCountEvents(deps),
  reportRevenue: createReportRevenue(deps),
  listTopListings: createListTopListings(deps),
  reportLookToBook: createReportLookToBook(deps),
  readConsumerLag: createReadConsumerLag(deps),
  listDeadLetters: createListDeadLetters(deps),
  readDeadLetter: createReadDeadLetter(deps),
  replayDeadLetter: createReplayDeadLetter(deps),
  searchLogs: createSearchLogs(deps),
  locateLiveEvents: createLocateLiveEvents(deps),
  streamLiveEvents: createStreamLiveEvents({ ...deps, waitUntilStored: createWaitUntilStored(deps) }),
  trackEvents: createTrackEvents(deps),
  /** Where a host may send its log lines as well: `createLogger({ destination })` takes it. */
  logs: deps.logs,
});

/** What callers and the host can ask of analytics. */
export type AnalyticsApplication = ReturnType<typeof createAnalyticsApplication>;
