import { toDeadLetter } from '@meridian/platform/consumer/dead-letters';
import type { EventLog, LogRecord } from '@meridian/platform/event-log/event-log';
import type { Logger } from '@meridian/platform/observability/logger';
import type { Clock } from '@meridian/platform/time/clock';
import type { EventReader } from '../ports/event-reader.ts';
import type { RawEvents } from '../ports/raw-events.ts';
import type { RollupParts } from '../ports/rollup-parts.ts';
import type { VendorProfiles } from '../ports/vendor-profiles.ts';
import { advanceRollups } from './advance-rollups.ts';
import { type Reading, readRecords, type Understood } from './read-records.ts';

/** What recording works with. */
export type RecordEventsDependencies = Readonly<{
  /** The consumer group that dead letters name. */
  group: string;
  reader: EventReader;
  raw: RawEvents;
  parts: RollupParts;
  vendors: VendorProfiles;
  log: Pick<EventLog, 'append'>;
  clock: Clock;
  logger: Pick<Logger, 'error' | 'warn'>;
}>;

async function setAside(deps: RecordEventsDependencies, reading: Reading): Promise<void> {
  if (reading.parked.length > 0) {
    deps.logger.warn({ events: reading.parked.length }, 'Events of an unknown version were parked.');
    await deps.raw.park(reading.parked);
  }
  if (reading.refused.length === 0) return;
  const now = deps.clock.now();
  for (const { record, cause } of reading.refused) {
    const { topic, partition, offset, eventId } = record;
    deps.logger.error({ error: cause, topic, partition, offset, eventId }, 'An event became a dead letter.');
  }
  await deps.log.append(
    reading.refused.map(({ record, cause }) => toDeadLetter(record, { group: deps.group, cause, attempts: 1, now })),
  );
}

async function rememberVendors(vendors: VendorProfiles, events: readonly Understood[]): Promise<void> {
  const known = events.flatMap(({ meaning }) => (meaning.vendor ? [meaning.vendor] : []));
  const gone = events.flatMap(({ meaning }) => (meaning.forgottenUserId ? [meaning.forgottenUserId] : []));
  if (known.length > 0) await vendors.remember(known);
  if (gone.length > 0) await vendors.forget(gone);
}

/**
 * Takes a batch of one partition into the raw events and the rollups. There is no transaction over it and none is needed: an event
 * counts at its first position only, a rollup knows how far it has come, and so the whole may stop between any two writes and run
 * again, with the same batch or a longer one. A failing store throws, and the log delivers the batch again.
 */
export const createRecordEvents =
  (deps: RecordEventsDependencies) =>
  async (records: readonly LogRecord[]): Promise<void> => {
    const [first] = records;
    if (!first) return;
    const reading = readRecords(records, deps.reader);
    await setAside(deps, reading);
    const counted = await deps.raw.keepFirst(reading.understood.map(({ raw }) => raw));
    const events = reading.understood.filter((_, index) => counted[index]);
    await rememberVendors(deps.vendors, events);
    const contributions = events.flatMap((event) => event.contributions);
    await advanceRollups(deps.parts, { topic: first.topic, partition: first.partition }, contributions);
  };

/** A release that was put back by mistake may have parked very many. */
const recordsPerPage = 200;

/** Puts parked events that this release can read back into the log, at its end, and takes them off the list. */
export const createReplayParked =
  (deps: Readonly<{ raw: RawEvents; log: Pick<EventLog, 'append'>; reader: Pick<EventReader, 'isUnreadable'> }>) =>
  async (): Promise<number> => {
    let returned = 0;
    for (let page = await deps.raw.parked({ after: undefined, limit: recordsPerPage }); page.length > 0; ) {
      const readable = page.filter(({ dataschema }) => !deps.reader.isUnreadable(dataschema));
      if (readable.length > 0) {
        await deps.log.append(readable.map(({ topic, key, eventId, value }) => ({ topic, key, eventId, value })));
        await deps.raw.unpark(readable.map(({ eventId }) => eventId));
      }
      returned += readable.length;
      page = await deps.raw.parked({ after: page.at(-1)?.eventId, limit: recordsPerPage });
    }
    return returned;
  };
