import { expect, test } from '@jest/globals';
import { silentLogger } from '@meridian/platform/observability/logger';
import { brokenCases, describeContract } from '@meridian/platform/testkit/contract-suite';
import { createManualClock } from '@meridian/platform/time/manual-clock';
import { createRecordEvents } from '../src/application/record-events.ts';
import { consumerGroup, eventReader } from '../src/events/consumed.ts';
import { bookingData, eventOf, recordOf } from './events.ts';
import { openSqlStores } from './harness.ts';
import { rawEventsCases } from './raw-events.contract.ts';
import { describeRecording, type RecordingStores } from './recording.contract.ts';
import { everything, reportsCases } from './reports.contract.ts';

describeContract('RawEvents on SQLite', rawEventsCases, openSqlStores);
describeContract('Reports on SQLite', reportsCases, openSqlStores);
describeRecording('SQLite', openSqlStores);

const booking = {
  bookingId: 'bkg_1',
  currency: 'EUR',
  refundedMinor: 0,
  items: [{ listingId: 'sty_1', ownerId: 'usr_a', city: 'Lisbon', countryCode: 'PT', totalMinor: 100 }],
};
const confirmed = eventOf({
  id: 'evt_1',
  type: 'booking.confirmed',
  time: '2027-01-31T10:00:00.000Z',
  subject: 'bkg_1',
  data: bookingData(booking, 'CONFIRMED'),
});

/** How often one confirmation counts that is in the log twice and delivered twice. */
async function countTwice(stores: RecordingStores): Promise<number | undefined> {
  const log = { append: async () => [] };
  const record = createRecordEvents({
    ...stores,
    group: consumerGroup,
    reader: eventReader,
    log,
    clock: createManualClock(0),
    logger: silentLogger,
  });
  const records = [recordOf(confirmed, 'bookings', 0), recordOf(confirmed, 'bookings', 1)];
  await record(records);
  await record(records);
  return (await stores.reports.revenue('MONTH', {}, everything))[0]?.bookings;
}

test('mutants: a store that forgets positions, or one whose parts do not, counts twice; the real one does not', async () => {
  await using real = await openSqlStores();
  expect(await countTwice(real)).toBe(1);
  await using forgetful = await openSqlStores();
  const withoutPositions = {
    ...forgetful.raw,
    keepFirst: async (events: readonly unknown[]) => events.map(() => true),
  };
  expect(await countTwice({ ...forgetful, raw: withoutPositions })).toBe(2);
  const openForgetful = async () => ({ raw: withoutPositions, [Symbol.asyncDispose]: async () => undefined });
  expect(await brokenCases(rawEventsCases.slice(0, 1), openForgetful)).toHaveLength(1);
  await using careless = await openSqlStores();
  const withoutOffsets: RecordingStores['parts'] = {
    ...careless.parts,
    find: async (partition, keys) =>
      (await careless.parts.find(partition, keys)).map((part) => ({ ...part, lastOffset: -1 })),
    advance: (partition, changes) =>
      careless.parts.advance(
        partition,
        changes.map((change) => (change.from === undefined ? change : { ...change, from: 0 })),
      ),
  };
  expect(await countTwice({ ...careless, parts: withoutOffsets })).toBe(2);
});

test('RollupParts on SQLite: a change that was decided on another state is not stored', async () => {
  await using stores = await openSqlStores();
  const partition = { topic: 'bookings', partition: 0 };
  const part = (lastOffset: number, events: number) =>
    ({ rollup: 'EVENTS', parts: ['2027-01-31', 'x'], lastOffset, measures: { events } }) as const;
  expect(await stores.parts.advance(partition, [{ from: undefined, to: part(5, 1) }])).toEqual([true]);
  expect(
    await stores.parts.advance(partition, [
      { from: undefined, to: part(6, 9) },
      { from: 4, to: part(7, 9) },
      { from: 5, to: part(8, 2) },
      { from: 5, to: part(9, 9) },
    ]),
  ).toEqual([false, false, true, false]);
  expect(await stores.parts.find(partition, [part(0, 0)])).toEqual([part(8, 2)]);
  expect(await stores.parts.find({ ...partition, partition: 1 }, [part(0, 0)])).toEqual([]);
});
