import { expect, test } from '@jest/globals';
import { createManualClock } from '@meridian/platform/time/manual-clock';
import { createKeepHouse } from '../src/application/keep-house.ts';
import type { LogRecord } from '../src/ports/log-records.ts';
import type { RawEvent } from '../src/ports/raw-events.ts';
import { openSqlStores, type Stores, startOfTests } from './harness.ts';

const dayInMs = 86_400_000;
const daysAgo = (days: number): number => startOfTests - days * dayInMs;

const rawEvent = (offset: number, appendedAt: number): RawEvent => ({
  eventId: `evt_${offset}`,
  topic: 'bookings',
  partition: 0,
  offset,
  type: 'booking.held',
  subject: 'bkg_1',
  appendedAt,
  value: '{}',
});
const logRecord = (number: number, at: number): LogRecord => ({
  id: `lgr_${String(number).padStart(6, '0')}`,
  time: new Date(at).toISOString(),
  level: 'INFO',
  service: 'bookings',
  requestId: null,
  message: 'A line.',
  fields: {},
});

/** The stores, and one run of the housekeeping at the start of the tests. */
const housekeepingOn = (stores: Stores, logRecordsKept?: number) => {
  const clock = createManualClock(startOfTests);
  return createKeepHouse({ ...stores, clock, ...(logRecordsKept === undefined ? {} : { logRecordsKept }) });
};
const countOf = async ({ database }: Stores, table: string): Promise<number> => {
  const [row] = await database.query<{ count: number }>(`SELECT COUNT(*) AS count FROM ${table}`);
  return row?.count ?? 0;
};

test('content is kept for eight days and ids for thirty, however many there are', async () => {
  await using stores = await openSqlStores();
  // More than one step of each age.
  const old = Array.from({ length: 1_500 }, (_, index) => rawEvent(index, daysAgo(31)));
  const middle = Array.from({ length: 1_500 }, (_, index) => rawEvent(1_500 + index, daysAgo(9)));
  const young = [rawEvent(3_000, daysAgo(7))];
  await stores.raw.keepFirst([...old, ...middle, ...young]);
  await housekeepingOn(stores)();
  expect(await countOf(stores, 'raw_events')).toBe(1_501);
  expect(await stores.raw.slice({ topic: 'bookings', partition: 0, from: 0, to: 9_999, limit: 9 })).toEqual(young);
  expect(await stores.raw.horizons()).toEqual(new Map([['bookings/0', 3_000]]));
});

test('log records are kept for eight days', async () => {
  await using stores = await openSqlStores();
  const old = Array.from({ length: 2_500 }, (_, index) => logRecord(index, daysAgo(8) - 1));
  await stores.logRecords.append([...old, logRecord(9_000, daysAgo(8))]);
  await housekeepingOn(stores)();
  const { records } = await stores.logRecords.search({ level: 'DEBUG', first: 9 });
  expect(records.map(({ id }) => id)).toEqual(['lgr_009000']);
});

test('and never more of them than a number, the newest ones', async () => {
  await using stores = await openSqlStores();
  await stores.logRecords.append(
    Array.from({ length: 2_500 }, (_, index) => logRecord(index, startOfTests - 9_000 + index)),
  );
  await housekeepingOn(stores, 3)();
  const { records } = await stores.logRecords.search({ level: 'DEBUG', first: 9 });
  expect(records.map(({ id }) => id)).toEqual(['lgr_002499', 'lgr_002498', 'lgr_002497']);
});
