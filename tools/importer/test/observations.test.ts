import { describe, expect, test } from '@jest/globals';
import type { FlightObservation, StayObservation } from '@meridian/schema/contracts/observation-records';
import * as rows from './fixtures.ts';
import { counts, openBench, withAirports } from './import.testkit.ts';

describe('observations', () => {
  test('easemytrip: cities find their airports, whatever the row number says', async () => {
    await using bench = await openBench();
    await withAirports(bench);
    const row = (...[index, from, to, price = '"5,953"']: readonly string[]): string =>
      `${index},Air_India,AI-887,${from},Morning,one,Night,${to},Economy,2.5,3,${price}`;
    const text = [
      rows.easeHeader,
      row('0', 'Delhi', 'Mumbai'),
      row('1', 'Delhi', 'Mumbai'),
      row('2', 'Bangalore', 'Delhi'),
      row('3', 'Delhi', 'Atlantis'),
      row('4', 'Delhi', 'Mumbai', 'free'),
    ].join('\n');
    const { counts: got, error } = await bench.run(['easemytrip', await bench.file('e.csv', `${text}\n`)]);
    expect(got).toEqual(counts(5, 3, { skipped: 2 }));
    expect(error.join('\n')).toContain('line 5: unknown city Atlantis; import ourairports first');
    const seen = [...bench.intake.records.values()].filter(
      (record) => (record as FlightObservation).kind === 'FLIGHT',
    ) as FlightObservation[];
    expect(seen.map(({ origin, destination }) => `${origin}-${destination}`)).toEqual([
      'DEL-BOM',
      'DEL-BOM',
      'BLR-DEL',
    ]);
    expect(seen[0]).toMatchObject({
      price: { minor: 595_300, currency: 'INR' },
      travelDate: '2022-02-13',
      leadTimeInDays: 3,
      observedAt: Date.UTC(2022, 1, 10),
      carrier: 'AI',
      stops: 1,
    });
  });

  test('hotel-demand: a free night tells of demand only, a negative rate is skipped, equal rows stay apart', async () => {
    await using bench = await openBench();
    const text = [
      rows.hotelHeader,
      rows.hotelRow('98.55'),
      rows.hotelRow('98.55'),
      rows.hotelRow('0'),
      rows.hotelRow('-6.38'),
      rows.hotelRow('98', -1),
    ].join('\n');
    expect((await bench.run(['hotel-demand', await bench.file('h.csv', `${text}\n`)])).counts).toEqual(
      counts(5, 3, { skipped: 2 }),
    );
    const seen = [...bench.intake.records.values()] as StayObservation[];
    expect(seen.map(({ price }) => price?.minor)).toEqual([9855, 9855, undefined]);
    expect(seen[0]).toMatchObject({
      stayType: 'HOTEL',
      area: 'Resort Hotel',
      travelDate: '2015-07-01',
      observedAt: Date.UTC(2015, 5, 17),
      demand: { cancelled: false, nights: 2, guests: 2, marketSegment: 'Online TA' },
    });
  });
});
