import { describe, expect, test } from '@jest/globals';
import type { StayRecord } from '@meridian/schema/contracts/stay-records';
import * as rows from './fixtures.ts';
import { counts, openBench } from './import.testkit.ts';

const day = 86_400_000;

describe('airbnb', () => {
  const short = `${rows.shortHeader}\n${rows.shortRow}\n`;
  const full = `${rows.fullHeader}\n${rows.fullRow}\n`;

  test('a listing, short and full: currency of its country, no names of persons, richness for the intake', async () => {
    await using bench = await openBench();
    await bench.run(['airbnb-listings', await bench.file('short.csv', short)]);
    expect(bench.intake.records.get('airbnb:71609')).toMatchObject({
      richness: 1,
      type: 'PRIVATE_ROOM',
      city: 'Singapore',
      area: 'East Region',
      currency: 'SGD',
      basePrice: { minor: 115_000, currency: 'SGD' },
      rating: 4.44,
    });
    await bench.run(['airbnb-listings', await bench.file('full.csv', full)]);
    const stay = bench.intake.records.get('airbnb:71609') as StayRecord;
    expect(stay).toMatchObject({
      richness: 2,
      description: 'Two rooms.\n\nQuiet\nand green',
      amenities: ['Wifi', 'Kitchen'],
      timeZone: 'Asia/Singapore',
      neighbourhood: 'Tampines',
      roomTypes: [{ maxGuests: 3, beds: 3, bedrooms: 2, baths: 1 }],
    });
    expect(JSON.stringify([...bench.intake.records.values()])).not.toContain('Some Body');
  });

  test.each([
    [40.7128, -74.006, '$1,234.50', { minor: 123_450, currency: 'USD' }],
    [48.8566, 2.3522, '€80', { minor: 8000, currency: 'EUR' }],
    [51.5072, -0.1276, '£1,080.00', { minor: 108_000, currency: 'GBP' }],
    [35.6762, 139.6503, '$12,000.00', { minor: 12_000, currency: 'JPY' }],
    [29.3759, 47.9774, '$80.00', { minor: 80_000, currency: 'KWD' }],
  ])('at %d, %d "%s" is a price in the local currency', async (...[latitude, longitude, price, money]) => {
    await using bench = await openBench();
    const row = rows.fullRow
      .replace('1.34537,103.95887', `${latitude},${longitude}`)
      .replace('$1,150.00', price)
      .replace('Villa in Singapore', 'My place');
    await bench.run([
      'airbnb-listings',
      await bench.file('full.csv', `${rows.fullHeader}\n${row}\n`),
      '--city',
      'Somewhere',
    ]);
    expect((bench.intake.records.get('airbnb:71609') as StayRecord).basePrice).toEqual(money);
  });

  test('nights of an unknown listing are skipped and repaired; files of one source share their shift', async () => {
    await using bench = await openBench(Date.UTC(2026, 10, 20, 12));
    const night = (date: string, price: string): string => `71609,${date},t,${price},,2,1125`;
    const one = await bench.file(
      'one.csv',
      `${[rows.calendarHeader, night('2023-09-23', '"$1,032.00"'), night('2023-09-24', '')].join('\n')}\n`,
    );
    const two = await bench.file('two.csv', `${[rows.calendarHeader, night('2023-10-01', '$70.00')].join('\n')}\n`);
    const unknown = await bench.run(['airbnb-calendar', one, '--shift-dates']);
    expect(unknown.error.join('\n')).toContain('line 2: unknown stay airbnb:71609; import airbnb-listings first');
    await bench.run(['airbnb-listings', await bench.file('short.csv', short)]);
    expect((await bench.run(['airbnb-calendar', one, '--shift-dates'])).counts).toEqual(counts(2, 2));
    expect((await bench.run(['airbnb-calendar', two, '--shift-dates'])).counts).toEqual(counts(1, 1));
    // 2023-09-23 was a Saturday; tomorrow is Saturday, 2026-11-21.
    expect([...bench.intake.nights.keys()]).toEqual(
      ['2026-11-21', '2026-11-22', '2026-11-29'].map((date) => `airbnb:71609:${date}`),
    );
    expect(bench.intake.nights.get('airbnb:71609:2026-11-21')).toEqual({
      date: '2026-11-21',
      available: true,
      price: { minor: 103_200, currency: 'SGD' },
      minNights: 2,
      maxNights: 1125,
    });
    expect(bench.intake.nights.get('airbnb:71609:2026-11-22')).not.toHaveProperty('price');
    const later = await bench.run(['airbnb-calendar', two, '--shift-dates'], {
      clock: { now: () => Date.UTC(2026, 10, 20) + 9 * day },
    });
    expect(later.counts).toEqual(counts(1, 0, { unchanged: 1 }));
  });

  test('a calendar of other years moves as the first one did, and gets a shift of its own when it has a name', async () => {
    await using bench = await openBench(Date.UTC(2026, 10, 20, 12));
    await bench.run(['airbnb-listings', await bench.file('short.csv', short)]);
    const calendar = (date: string): string => `${rows.calendarHeader}\n71609,${date},t,$70.00,,2,30\n`;
    for (const [name, date, ...dataset] of [
      ['a', '2023-09-23'],
      ['b', '2025-01-01'],
      ['c', '2023-09-02'],
      ['d', '2019-03-01', '--dataset', 'older'],
    ] as const)
      await bench.run([
        'airbnb-calendar',
        await bench.file(`${name}.csv`, calendar(date)),
        '--shift-dates',
        ...dataset,
      ]);
    const dates = [...bench.intake.nights.keys()].map((key) => key.slice('airbnb:71609:'.length));
    expect(dates).toEqual(['2026-11-21', '2028-03-01', '2026-10-31', '2026-11-27']);
  });
});
