import { describe, expect, test } from '@jest/globals';
import type { FlightRecord } from '@meridian/schema/contracts/flight-records';
import type { FlightObservation } from '@meridian/schema/contracts/observation-records';
import * as rows from './fixtures.ts';
import { counts, openBench, withAirports } from './import.testkit.ts';

describe('expedia', () => {
  const legs = [rows.phoenixToDenver, rows.denverToAtlanta];
  const connection = rows.expediaRow({ legId: 'b', searchDate: '2022-04-16', seats: 2, legs });
  const nonstop = rows.expediaRow({ legId: 'a', searchDate: '2022-04-16', seats: 9, legs: [rows.phoenixToDenver] });

  test('unknown airports are skipped and repaired; itineraries share their departures', async () => {
    await using bench = await openBench();
    const file = await bench.file('expedia.csv', rows.expedia(nonstop, connection));
    const first = await bench.run(['expedia', file]);
    expect(first.counts).toEqual(counts(2, 0, { skipped: 2 }));
    expect(first.error.join('\n')).toContain('line 2: unknown airport PHX; import ourairports first');
    await withAirports(bench);
    expect((await bench.run(['expedia', file])).counts).toEqual(counts(2, 2));
    const flight = (id: string) => bench.intake.records.get(`expedia:${id}`) as FlightRecord;
    expect(flight('a').segments[0]?.departureKey).toBe('UA/PHX-DEN/2022-04-18T10:00');
    expect(flight('b').segments[0]?.departureKey).toBe(flight('a').segments[0]?.departureKey);
    expect(flight('b').segments.map(({ seats }) => seats)).toEqual([
      [{ cabin: 'ECONOMY', capacity: 2 }],
      [{ cabin: 'ECONOMY', capacity: 2 }],
    ]);
    expect(flight('a').fares[0]).toMatchObject({
      base: { minor: 10000, currency: 'USD' },
      taxes: { minor: 2050, currency: 'USD' },
      limit: 9,
    });
    expect(bench.intake.records.get('expedia:b:2022-04-16')).toMatchObject({
      kind: 'FLIGHT',
      stops: 1,
      leadTimeInDays: 2,
      price: { minor: 12050, currency: 'USD' },
    });
  });

  test('the newest search gives the fare, in whichever order they are read', async () => {
    const later = rows.expediaRow({
      legId: 'a',
      searchDate: '2022-04-17',
      total: '150.00',
      legs: [rows.phoenixToDenver],
    });
    for (const order of [
      [nonstop, later],
      [later, nonstop],
    ]) {
      await using bench = await openBench();
      await withAirports(bench);
      const file = await bench.file('expedia.csv', rows.expedia(...order));
      expect((await bench.run(['expedia', file])).counts).toEqual(counts(2, 2));
      expect((bench.intake.records.get('expedia:a') as FlightRecord).fares[0]?.taxes.minor).toBe(5000);
      expect((await bench.run(['expedia', file])).counts).toEqual(counts(2, 0, { unchanged: 2 }));
    }
  });

  test('four segments are skipped, empty aircraft and distances are not', async () => {
    await using bench = await openBench();
    await withAirports(bench);
    const four = rows.expediaRow({ legId: 'c', searchDate: '2022-04-16', legs: [...legs, ...legs] });
    const bare = connection.replaceAll('Airbus A320', '');
    const { counts: got, error } = await bench.run(['expedia', await bench.file('e.csv', rows.expedia(four, bare))]);
    expect(got).toEqual(counts(2, 1, { skipped: 1 }));
    expect(error.join('\n')).toContain('4 segments; at most 3 can be sold');
  });

  test('shifted: travel starts within the week from tomorrow on the same weekday, prices were seen in the past, clocks and durations hold', async () => {
    await using bench = await openBench(Date.UTC(2026, 10, 20, 12));
    await withAirports(bench);
    const late = rows.expediaRow({ legId: 'd', searchDate: '2022-04-18', legs: [rows.phoenixToDenver] });
    const file = await bench.file('expedia.csv', rows.expedia(connection, late));
    await bench.run(['expedia', file, '--shift-dates']);
    const flight = bench.intake.records.get('expedia:b') as FlightRecord;
    // 2022-04-18 was a Monday. In November Denver has left daylight saving time, Phoenix never has one: an hour earlier there.
    expect(
      flight.segments.map((segment) => [segment.departureLocal, segment.arrivalLocal, segment.durationInMinutes]),
    ).toEqual([
      ['2026-11-23T10:00', '2026-11-23T11:45', 105],
      ['2026-11-23T13:35', '2026-11-23T18:35', 180],
    ]);
    const seen = bench.intake.records.get('expedia:d:2022-04-18') as FlightObservation;
    expect(new Date(seen.observedAt).toISOString()).toBe('2026-11-16T00:00:00.000Z');
    expect(seen.leadTimeInDays).toBe(0);
    // Days later the stored shift is used again: nothing changes.
    const again = await bench.run(['expedia', file, '--shift-dates'], { clock: { now: () => Date.UTC(2026, 11, 5) } });
    expect(again.counts).toEqual(counts(2, 0, { unchanged: 2 }));
  });

  test.each([
    ['departs', '2022-04-18T10:00:00.000+09:00', 'departure at 2022-04-18T10:00 is not that of PHX (America/Phoenix)'],
    ['arrives', '2022-04-18T12:45:00.000-08:00', 'arrival at 2022-04-18T12:45 is not that of DEN (America/Denver)'],
  ])('an offset that its airport never had is skipped: %s %s', async (end, time, reason) => {
    await using bench = await openBench();
    await withAirports(bench);
    const legs = [{ ...rows.phoenixToDenver, [end]: time }];
    const row = rows.expediaRow({ legId: 'o', searchDate: '2022-04-16', legs });
    const run = await bench.run(['expedia', await bench.file('expedia.csv', rows.expedia(row))]);
    expect(run.counts).toEqual(counts(1, 0, { skipped: 1 }));
    expect(run.error.join('\n')).toContain(`line 2: the offset of the ${reason}`);
  });

  test('a time on a day that does not exist is none', async () => {
    await using bench = await openBench();
    await withAirports(bench);
    const departs = '2022-04-30T22:00:00.000-07:00';
    const legs = [{ ...rows.phoenixToDenver, departs, arrives: '2022-04-31T01:00:00.000-06:00' }];
    const row = rows.expediaRow({ legId: 'o', searchDate: '2022-04-16', legs });
    const run = await bench.run(['expedia', await bench.file('expedia.csv', rows.expedia(row))]);
    expect(run.counts).toEqual(counts(1, 0, { skipped: 1 }));
    expect(run.error.join('\n')).toContain('line 2: "2022-04-31T01:00:00.000-06:00" is no time');
  });

  test('an hour is forgiven, as where clocks change', async () => {
    await using bench = await openBench();
    await withAirports(bench);
    const legs = [{ ...rows.phoenixToDenver, departs: '2022-04-18T10:00:00.000-06:00' }];
    const row = rows.expediaRow({ legId: 'o', searchDate: '2022-04-16', legs });
    const run = await bench.run(['expedia', await bench.file('expedia.csv', rows.expedia(row))]);
    expect(run.counts).toEqual(counts(1, 1));
  });

  test.each([
    [['--shift-dates'], [], /was imported with --shift-dates/],
    [[], ['--shift-dates'], /was imported without --shift-dates/],
  ] as const)(
    'imported with %j, then with %j: refused in one line, nothing written',
    async (first, second, message) => {
      await using bench = await openBench(Date.UTC(2026, 10, 20, 12));
      await withAirports(bench);
      const file = await bench.file('expedia.csv', rows.expedia(connection));
      await bench.run(['expedia', file, ...first]);
      const before = new Map(bench.intake.records);
      const { code, error } = await bench.run(['expedia', file, ...second]);
      expect([code, error.length, new Map(bench.intake.records)]).toEqual([2, 1, before]);
      expect(error[0]).toMatch(message);
    },
  );
});
