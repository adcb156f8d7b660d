import { expect, test } from '@jest/globals';
import type { LogRecord, NewRecord } from '@meridian/platform/event-log/event-log';
import { silentLogger } from '@meridian/platform/observability/logger';
import { createManualClock } from '@meridian/platform/time/manual-clock';
import fc from 'fast-check';
import { createRecordEvents } from '../src/application/record-events.ts';
import { consumerGroup, eventReader } from '../src/events/consumed.ts';
import type { RawEvents } from '../src/ports/raw-events.ts';
import type { Reports } from '../src/ports/reports.ts';
import type { RollupParts } from '../src/ports/rollup-parts.ts';
import type { VendorProfiles } from '../src/ports/vendor-profiles.ts';
import { bookingData, eventOf, recordOf, type TestBooking } from './events.ts';
import { everything } from './reports.contract.ts';

export type RecordingStores = Readonly<{
  raw: RawEvents;
  parts: RollupParts;
  vendors: VendorProfiles;
  reports: Reports;
}>;
type Open = () => Promise<AsyncDisposable & RecordingStores>;

class Killed extends Error {}

/** Lets so many single writes pass, then dies; every bulk write is taken apart into single ones. */
function killAfter(writes: number, stores: RecordingStores): RecordingStores {
  let left = writes;
  const write = async <Answer>(work: () => Promise<Answer[]>): Promise<Answer[]> => {
    if (left === 0) throw new Killed();
    left -= 1;
    return work();
  };
  return {
    ...stores,
    raw: {
      ...stores.raw,
      async keepFirst(events) {
        const answers: boolean[] = [];
        for (const event of events) answers.push(...(await write(() => stores.raw.keepFirst([event]))));
        return answers;
      },
    },
    parts: {
      ...stores.parts,
      async advance(partition, changes) {
        const answers: boolean[] = [];
        for (const change of changes) answers.push(...(await write(() => stores.parts.advance(partition, [change]))));
        return answers;
      },
    },
  };
}

const recorderOn = (stores: RecordingStores, appended: NewRecord[] = []) =>
  createRecordEvents({
    ...stores,
    group: consumerGroup,
    reader: eventReader,
    clock: createManualClock(0),
    logger: silentLogger,
    log: {
      append: async (records) => {
        appended.push(...records);
        return [];
      },
    },
  });

const days = ['2027-01-31', '2027-02-01', '2027-02-28', '2027-12-31'] as const;
const cities = [
  ['Lisbon', 'PT'],
  ['Porto', 'PT'],
  ['Lisbon', 'US'],
] as const;

const item = fc
  .record({ city: fc.constantFrom(...cities), owner: fc.nat(2), listing: fc.nat(3), totalMinor: fc.nat(100_000) })
  .map(({ city: [city, countryCode], owner, listing, totalMinor }) => ({
    listingId: `sty_${listing}`,
    ownerId: `usr_owner${owner}`,
    city,
    countryCode,
    totalMinor,
  }));

/** Bookings, each confirmed on one day and perhaps cancelled on another, with a part of its price given back. */
const history = fc.array(
  fc.record({
    currency: fc.constantFrom('USD', 'EUR', 'JPY'),
    items: fc.array(item, { minLength: 1, maxLength: 3 }),
    confirmedOn: fc.constantFrom(...days),
    cancelledOn: fc.option(fc.constantFrom(...days)),
    refundPercent: fc.nat(100),
  }),
  { minLength: 1, maxLength: 8 },
);
type History = typeof history extends fc.Arbitrary<infer Value> ? Value : never;

const bookingOf = (entry: History[number], index: number): TestBooking => {
  const total = entry.items.reduce((sum, { totalMinor }) => sum + totalMinor, 0);
  const refundedMinor = Math.floor((total * entry.refundPercent) / 100);
  return { bookingId: `bkg_${index}`, currency: entry.currency, refundedMinor, items: entry.items };
};

const eventsOf = (entries: History) =>
  entries.flatMap((entry, index) => {
    const booking = bookingOf(entry, index);
    const event = (name: string, day: string) =>
      eventOf({
        id: `evt_${index}_${name}`,
        type: `booking.${name}`,
        time: `${day}T23:59:59.999Z`,
        subject: booking.bookingId,
        data: bookingData(booking, name.toUpperCase()),
      });
    return [
      event('confirmed', entry.confirmedOn),
      ...(entry.cancelledOn ? [event('cancelled', entry.cancelledOn)] : []),
    ];
  });

type Row = { bookings: number; cancellations: number; grossMinor: number; refundedMinor: number };

/** Revenue by month, straight from the histories. */
function bruteForce(entries: History): Record<string, Row> {
  const rows: Record<string, Row> = {};
  const row = (day: string, currency: string): Row => {
    const key = `${day.slice(0, 7)} ${currency}`;
    rows[key] ??= { bookings: 0, cancellations: 0, grossMinor: 0, refundedMinor: 0 };
    return rows[key];
  };
  entries.forEach((entry, index) => {
    const booking = bookingOf(entry, index);
    const confirmed = row(entry.confirmedOn, entry.currency);
    confirmed.bookings += 1;
    confirmed.grossMinor += entry.items.reduce((sum, { totalMinor }) => sum + totalMinor, 0);
    if (!entry.cancelledOn) return;
    const cancelled = row(entry.cancelledOn, entry.currency);
    cancelled.cancellations += 1;
    cancelled.refundedMinor += booking.refundedMinor;
  });
  return rows;
}

async function reportByMonth(reports: Reports): Promise<Record<string, Row>> {
  const sums = await reports.revenue('MONTH', {}, everything);
  return Object.fromEntries(sums.map(({ key, currency, ...row }) => [`${key} ${currency}`, row]));
}

type Delivery = Readonly<{ from: number; length: number; killAfter: number | null }>;
const delivery: fc.Arbitrary<Delivery> = fc.record({
  from: fc.nat(100),
  length: fc.integer({ min: 1, max: 20 }),
  killAfter: fc.option(fc.nat(30)),
});

/** As a log does: from the committed offset on, in batches of any size; a batch that was killed comes again, perhaps longer. */
async function deliver(
  stores: RecordingStores,
  records: readonly LogRecord[],
  plan: readonly Delivery[],
): Promise<void> {
  for (const { from, length, killAfter: writes } of plan) {
    const start = from % records.length;
    const recorder = recorderOn(writes === null ? stores : killAfter(writes, stores));
    await recorder(records.slice(start, start + length)).catch((error) => {
      if (!(error instanceof Killed)) throw error;
    });
  }
}

/** Offsets behind the committed one come again only after everything before them has come: a plan starts at the beginning. */
const inOrder = (records: readonly LogRecord[], plan: readonly Delivery[]): Delivery[] => {
  let reached = 0;
  return plan.map((step) => {
    const from = Math.min(step.from % records.length, reached);
    if (step.killAfter === null) reached = Math.max(reached, Math.min(from + step.length, records.length - 1));
    return { ...step, from };
  });
};

/** What the stores promise together: each event counts once, whatever is delivered how often and killed where. */
export function describeRecording(adapter: string, open: Open): void {
  const runs = { numRuns: 25 };

  test(`Recording on ${adapter}: revenue equals a brute-force sum, under duplicates, out of order, killed at any write`, async () => {
    let checked = 0;
    await fc.assert(
      fc.asyncProperty(
        history,
        fc.array(delivery, { maxLength: 6 }),
        fc.infiniteStream(fc.nat()),
        async (entries, plan, random) => {
          await using stores = await open();
          const events = eventsOf(entries);
          const shuffled = events
            .map((event) => ({ event, place: random.next().value ?? 0 }))
            .sort((left, right) => left.place - right.place)
            .map(({ event }) => event);
          // Every event is in the log twice, as after a relay that was killed; and every record is delivered twice.
          const records = [...shuffled, ...shuffled].map((event, offset) => recordOf(event, 'bookings', offset));
          await deliver(stores, records, inOrder(records, plan));
          await recorderOn(stores)(records);
          await recorderOn(stores)(records);
          expect(await reportByMonth(stores.reports)).toEqual(bruteForce(entries));
          checked += 1;
        },
      ),
      runs,
    );
    expect(checked).toBeGreaterThanOrEqual(runs.numRuns);
  });

  test(`Recording on ${adapter}: killed at each single write in turn, the reports come out the same`, async () => {
    const entries: History = [
      {
        currency: 'EUR',
        items: [
          { listingId: 'sty_1', ownerId: 'usr_a', city: 'Lisbon', countryCode: 'PT', totalMinor: 1001 },
          { listingId: 'sty_2', ownerId: 'usr_b', city: 'Porto', countryCode: 'PT', totalMinor: 500 },
        ],
        confirmedOn: '2027-01-31',
        cancelledOn: '2027-02-01',
        refundPercent: 33,
      },
    ];
    const events = [...eventsOf(entries), ...eventsOf(entries)];
    const records = events.map((event, offset) => recordOf(event, 'bookings', offset));
    let kills = 0;
    for (let writes = 0; ; writes += 1) {
      await using stores = await open();
      let killed = false;
      await recorderOn(killAfter(writes, stores))(records).catch(() => {
        killed = true;
      });
      kills += killed ? 1 : 0;
      await recorderOn(stores)(records);
      expect(await reportByMonth(stores.reports)).toEqual(bruteForce(entries));
      const cities = await stores.reports.revenue('CITY', {}, everything);
      expect(cities.reduce((sum, { refundedMinor }) => sum + refundedMinor, 0)).toBe(Math.floor((1501 * 33) / 100));
      if (!killed) break;
    }
    expect(kills).toBeGreaterThan(10);
  });

  test(`Recording on ${adapter}: two members that overlap while a partition changes hands count once`, async () => {
    await using stores = await open();
    const entries: History = Array.from({ length: 10 }, (_, number) => ({
      currency: 'EUR' as const,
      items: [{ listingId: 'sty_1', ownerId: 'usr_a', city: 'Lisbon', countryCode: 'PT', totalMinor: 100 + number }],
      confirmedOn: '2027-01-31' as const,
      cancelledOn: null,
      refundPercent: 0,
    })) as History;
    const records = eventsOf(entries).map((event, offset) => recordOf(event, 'bookings', offset));
    await Promise.all([1, 2, 3].map(() => recorderOn(stores)(records)));
    expect(await reportByMonth(stores.reports)).toEqual(bruteForce(entries));
  });

  test(`Recording on ${adapter}: partitions add up`, async () => {
    await using stores = await open();
    const views = Array.from({ length: 40 }, (_, number) =>
      eventOf({
        id: `evt_${number}`,
        type: 'listing.viewed',
        time: '2027-01-31T10:00:00.000Z',
        subject: 'sty_1',
        data: { userId: null, visitId: null, listingId: 'sty_1', kind: 'STAY' },
      }),
    );
    const batches = [0, 1, 2, 3].map((partition) =>
      views
        .filter((_, index) => index % 4 === partition)
        .map((event, offset) => recordOf(event, 'tracking', { partition, offset })),
    );
    await Promise.all(batches.map((batch) => recorderOn(stores)(batch)));
    expect(await stores.reports.activity(['sty_1', 'sty_2'])).toMatchObject([{ listingId: 'sty_1', views: 40 }]);
    expect(await stores.reports.eventCounts({})).toEqual([
      { date: '2027-01-31', topic: 'tracking', type: 'listing.viewed', count: 40 },
    ]);
  });

  test(`Recording on ${adapter}: what cannot be read is set aside, and the rest counts`, async () => {
    await using stores = await open();
    const good = eventOf({ id: 'evt_1', type: 'thing.new', time: '2027-01-31T10:00:00.000Z', subject: 'x', data: {} });
    const bad = { ...good, id: 'evt_2', type: 'booking.confirmed', dataschema: 'booking.confirmed/1', data: { no: 1 } };
    const later = { ...bad, id: 'evt_3', dataschema: 'booking.confirmed/9' };
    const letters: NewRecord[] = [];
    const records = [good, bad, later].map((event, offset) => recordOf(event, 'bookings', offset));
    await recorderOn(stores, letters)([...records, { ...recordOf(good, 'bookings', 3), value: '{', eventId: 'evt_4' }]);
    expect(letters.map(({ topic, eventId }) => [topic, eventId])).toEqual([
      ['bookings.dlq', 'dlq:analytics:evt_2'],
      ['bookings.dlq', 'dlq:analytics:evt_4'],
    ]);
    expect(await stores.raw.parked({ after: undefined, limit: 9 })).toMatchObject([
      { eventId: 'evt_3', dataschema: 'booking.confirmed/9' },
    ]);
    expect(await stores.reports.eventCounts({})).toMatchObject([{ type: 'thing.new', count: 1 }]);
  });
}
