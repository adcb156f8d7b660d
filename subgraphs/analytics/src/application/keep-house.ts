import type { Clock } from '@meridian/platform/time/clock';
import type { LogRecords } from '../ports/log-records.ts';
import type { RawEvents } from '../ports/raw-events.ts';

const dayInMs = 86_400_000;
/** A cursor leads on for seven days or more; the eighth day covers a client's last second. */
const contentKeptInMs = 8 * dayInMs;
/** As long as the inboxes of the other services remember: until then an event may be put back into the log and come again. */
const idsKeptInMs = 30 * dayInMs;
const logRecordsKeptInMs = 8 * dayInMs;
/** A service that tells of every request fills the disk long before the eight days are over. */
const mostLogRecords = 500_000;
/** Small, because what is recorded waits behind each of these steps. */
const rowsPerStep = 1_000;

type Deps = Readonly<{
  raw: RawEvents;
  logRecords: LogRecords;
  clock: Clock;
  /** How many log records stay; {@link mostLogRecords} unless given. */
  logRecordsKept?: number;
}>;

/** Forgets what is older, or more, than has to be kept. In short steps, the oldest first. */
export const createKeepHouse = ({ raw, logRecords, clock, logRecordsKept = mostLogRecords }: Deps) => {
  const repeat = async (step: (limit: number) => Promise<number>) => {
    while ((await step(rowsPerStep)) === rowsPerStep);
  };
  return async (): Promise<void> => {
    const now = clock.now();
    await repeat((limit) => raw.forgetContent(now - contentKeptInMs, limit));
    await repeat((limit) => raw.forgetIds(now - idsKeptInMs, limit));
    const oldest = new Date(now - logRecordsKeptInMs).toISOString();
    await repeat((limit) => logRecords.forgetBefore(oldest, limit));
    await repeat((limit) => logRecords.forgetBeyond(logRecordsKept, limit));
  };
};
