import { describe, expect, test } from '@jest/globals';
import type { StayRecord } from '@meridian/schema/contracts/stay-records';
import * as rows from './fixtures.ts';
import { counts, openBench } from './import.testkit.ts';

const title = 'Villa in Singapore · ★4.44 · 2 bedrooms · 3 beds · 1 private bath';
const shortWith = (from: string, to: string): string => `${rows.shortHeader}\n${rows.shortRow.replace(from, to)}\n`;

describe('texts and prices of strangers', () => {
  test('a title loses line breaks and marks that turn the direction of writing', async () => {
    await using bench = await openBench();
    const file = await bench.file('short.csv', shortWith(title, '"Sea\u202E view\u2069,\r\ntwo\u2028rooms"'));
    expect((await bench.run(['airbnb-listings', file])).counts).toEqual(counts(1, 1));
    expect((bench.intake.records.get('airbnb:71609') as StayRecord).name).toBe('Sea view, two rooms');
  });

  test.each(['\u3164', '\u2800\u2800', '\u200B\u200D', '\u202E'])(
    'a name of %j alone is no name: the stay is named by what it is, a car and an airport are skipped',
    async (nothing) => {
      await using bench = await openBench();
      await bench.run(['airbnb-listings', await bench.file('short.csv', shortWith(title, nothing))]);
      expect((bench.intake.records.get('airbnb:71609') as StayRecord).name).toBe('Private room in Tampines');
      const car = `${rows.carsHeader}\n${rows.carRow.replace('Model X', nothing)}\n`;
      const skipped = await bench.run(['cornell-cars', await bench.file('cars.csv', car)]);
      expect(skipped.error.join('\n')).toContain('line 2: no make or model');
      const airport = rows.airports((rows.airportRows[1] ?? '').replace('Denver International', nothing));
      const unnamed = await bench.run(['ourairports', await bench.file('airports.csv', airport)]);
      expect(unnamed.error.join('\n')).toContain('line 2: no name');
    },
  );

  test('a negative price is a reason to skip the row, also where a price may be missing; 0 and nothing are none', async () => {
    await using bench = await openBench();
    const price = async (text: string) =>
      bench.run(['airbnb-listings', await bench.file('s.csv', shortWith('"1,150"', text))]);
    const negative = await price('-$1.00');
    expect(negative.counts).toEqual(counts(1, 0, { skipped: 1 }));
    expect(negative.error.join('\n')).toContain('line 2: the price -$1.00 is negative');
    for (const none of ['0', '', 'N/A']) {
      await price(none);
      expect(bench.intake.records.get('airbnb:71609')).not.toHaveProperty('basePrice');
    }
    const night = `${rows.calendarHeader}\n71609,2023-09-23,t,-5,,2,30\n`;
    const { error } = await bench.run(['airbnb-calendar', await bench.file('c.csv', night)]);
    expect(error.join('\n')).toContain('line 2: the price -5 is negative');
  });
});
