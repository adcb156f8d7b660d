import { describe, expect, test } from '@jest/globals';
import { addDays, daysBetween } from '@meridian/platform/values/local-date';
import type { StayObservation } from '@meridian/schema/contracts/observation-records';
import fc from 'fast-check';
import * as rows from './fixtures.ts';
import { type Bench, openBench } from './import.testkit.ts';

const firstImport = Date.UTC(2026, 10, 20, 12);
const dayInMs = 86_400_000;
const months = 'January,February,March,April,May,June,July,August,September,October,November,December'.split(',');

type Booking = Readonly<{ arrival: string; leadTime: number }>;

/** A row of `hotel-demand`: with a date of travel, and one on which the price was seen. */
const rowOf = ({ arrival, leadTime }: Booking): string => {
  const [year, month, day] = arrival.split('-').map(Number);
  const text = rows.hotelRow('98.55', leadTime);
  return text.replace('2015,July,27,1,', `${year},${months[(month ?? 1) - 1]},27,${day},`);
};

const importBookings = async (bench: Bench, bookings: readonly Booking[], days = 0): Promise<readonly string[]> => {
  const file = await bench.file('hotel.csv', `${[rows.hotelHeader, ...bookings.map(rowOf)].join('\n')}\n`);
  const clock = { now: () => firstImport + days * dayInMs };
  const { code, error } = await bench.run(['hotel-demand', file, '--shift-dates'], { clock });
  expect(code).toBe(0);
  return error;
};

const bySourceKey = (bench: Bench) => new Map([...bench.intake.records].sort(([a], [b]) => (a < b ? -1 : 1)));
const observationsOf = (bench: Bench) => [...bench.intake.records.values()] as StayObservation[];

/** What fixes the shift: a data set whose other files hold earlier and later dates. */
const may: Booking = { arrival: '2015-05-20', leadTime: 10 };

const bookings = fc.uniqueArray(
  fc.record({
    arrival: fc.integer({ min: -500, max: 500 }).map((days) => addDays(may.arrival, days)),
    leadTime: fc.integer({ min: 0, max: 300 }),
  }),
  { minLength: 1, maxLength: 12, selector: rowOf },
);

/** The bookings in any order, cut into files anywhere. */
const split = bookings.chain((all) =>
  fc.record({
    all: fc.constant(all),
    files: fc
      .tuple(fc.shuffledSubarray([...all], { minLength: all.length }), fc.array(fc.nat(all.length), { maxLength: 4 }))
      .map(([order, cuts]) => {
        const bounds = [0, ...cuts.sort((a, b) => a - b), all.length];
        return bounds.slice(1).map((end, index) => order.slice(bounds[index], end));
      }),
  }),
);

describe('--shift-dates', () => {
  test('a row gets the same dates in whichever file of its data set it stands, in any order, on any day', async () => {
    await fc.assert(
      fc.asyncProperty(split, fc.nat(60), async ({ all, files }, daysBetweenFiles) => {
        await using whole = await openBench();
        await importBookings(whole, [may]);
        await importBookings(whole, all);
        await using parts = await openBench();
        await importBookings(parts, [may]);
        for (const [index, part] of files.entries()) await importBookings(parts, part, index * daysBetweenFiles);
        expect(bySourceKey(parts)).toEqual(bySourceKey(whole));
        expect(observationsOf(whole)).toHaveLength(new Set([...all, may].map(rowOf)).size);
      }),
      { numRuns: 40 },
    );
  });

  test('May first, then March: both move by the same whole weeks, and the import says that March lies in the past', async () => {
    await using bench = await openBench();
    const march: Booking = { arrival: '2015-03-18', leadTime: 10 };
    expect((await importBookings(bench, [may])).join('\n')).not.toContain('in the past');
    expect((await importBookings(bench, [march])).join('\n')).toContain('begins on 2026-09-23, in the past');
    const dates = observationsOf(bench).map(({ travelDate }) => travelDate);
    expect(dates).toEqual(['2026-11-25', '2026-09-23']);
    expect(daysBetween(may.arrival, dates[0] ?? '') % 7).toBe(0);
  });

  test('March first, then May: the data set begins tomorrow and stays as far apart as it was', async () => {
    await using bench = await openBench();
    await importBookings(bench, [{ arrival: '2015-03-18', leadTime: 10 }]);
    await importBookings(bench, [may]);
    expect(observationsOf(bench).map(({ travelDate }) => travelDate)).toEqual(['2026-11-25', '2027-01-27']);
  });

  test('a data set whose first file tells no day of observation decides that at the first one which does', async () => {
    await using bench = await openBench();
    const stay = await bench.file('short.csv', `${rows.shortHeader}\n${rows.shortRow}\n`);
    await bench.run(['airbnb-listings', stay]);
    const nights = await bench.file('nights.csv', `${rows.calendarHeader}\n71609,2015-05-20,t,$70.00,,2,30\n`);
    await bench.run(['airbnb-calendar', nights, '--shift-dates', '--dataset', 'hotel-demand']);
    await importBookings(bench, [may]);
    const seen = observationsOf(bench).find(({ kind }) => kind === 'STAY');
    // 2015-05-10 was a Sunday; the last Sunday before Friday, 2026-11-20.
    expect(new Date(seen?.observedAt ?? 0).toISOString().slice(0, 10)).toBe('2026-11-15');
  });
});
