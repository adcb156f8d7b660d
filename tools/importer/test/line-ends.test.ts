import { describe, expect, test } from '@jest/globals';
import * as rows from './fixtures.ts';
import { type Bench, counts, openBench, withAirports } from './import.testkit.ts';

const importText = async (bench: Bench, format: string, text: string) =>
  bench.run([format, await bench.file(`${format}.csv`, text)]);

const withStay = async (bench: Bench): Promise<void> => {
  await importText(bench, 'airbnb-listings', `${rows.shortHeader}\n${rows.shortRow}\n`);
};

describe('line ends', () => {
  test('those of the header do not bind the rows', async () => {
    for (const [afterHeader, afterRow] of [
      ['\r\n', '\n'],
      ['\n', '\r\n'],
      ['\r', '\r'],
      ['\r\n', '\r'],
    ] as const) {
      await using bench = await openBench();
      // Beyond the 65,536 bytes that are read at once, so that some CRLF is torn apart.
      const text = `${rows.carsHeader}${afterHeader}${`${rows.carRow}${afterRow}`.repeat(1500)}`;
      const run = await importText(bench, 'cornell-cars', text);
      expect([afterHeader, afterRow, run.counts]).toEqual([afterHeader, afterRow, counts(1500, 1500)]);
    }
  });
});

const mumbai = (keywords: string): string => rows.airportRows[4]?.replace('"Bombay"', keywords) ?? '';

/** Rows that are cut by so many characters that what is left looks whole. */
const cuts = [
  { format: 'airbnb-listings', header: rows.shortHeader, row: `${rows.shortRow}S0399-LICENCE`, by: 6 },
  {
    format: 'airbnb-listings',
    header: rows.fullHeader.replace(',instant_bookable', ''),
    row: rows.fullRow.slice(0, -2),
    by: 1,
  },
  { format: 'airbnb-calendar', header: rows.calendarHeader, row: '71609,2023-11-02,t,$100.00,,1,1125', by: 2 },
  { format: 'ourairports', header: rows.airportsHeader, row: mumbai('Bombay'), by: 2 },
  // Between the two quotes that stand for one.
  { format: 'ourairports', header: rows.airportsHeader, row: mumbai('"Bombay ""B"" x"'), by: 7 },
] as const;

describe('a last row without a line break', () => {
  test.each(cuts)('of $format, cut by $by characters, replaces nothing', async ({ format, header, row, by }) => {
    await using bench = await openBench();
    if (format === 'airbnb-calendar') await withStay(bench);
    await importText(bench, format, `${header}\n${row}\n`);
    const before = new Map(bench.intake.records);
    const run = await importText(bench, format, `${header}\n${row.slice(0, -by)}`);
    expect(run.counts.skipped).toBe(1);
    expect(run.error.join('\n')).toContain('it may have been cut; if it is whole, end the file with one');
    expect(new Map(bench.intake.records)).toEqual(before);
  });

  test('of a route, which begins without a header, replaces nothing', async () => {
    await using bench = await openBench();
    await withAirports(bench);
    const route = 'UA,5209,PHX,3462,DEN,3751,,0,CR2 738';
    expect((await importText(bench, 'openflights-routes', `${route}\n`)).counts).toEqual(counts(1, 1));
    const cut = await importText(bench, 'openflights-routes', route.slice(0, -4));
    expect(cut.counts).toEqual(counts(1, 0, { skipped: 1 }));
  });

  test('counts where the column that stands last shows that nothing is missing', async () => {
    await using bench = await openBench();
    await withStay(bench);
    const header = 'listing_id,available,price,minimum_nights,maximum_nights,date';
    const row = '71609,t,$100.00,1,1125,2023-12-02';
    expect((await importText(bench, 'airbnb-calendar', `${header}\n${row}`)).counts).toEqual(counts(1, 1));
    const cut = await importText(bench, 'airbnb-calendar', `${header}\n${row.slice(0, -1)}`);
    expect(cut.counts).toEqual(counts(1, 0, { skipped: 1 }));
    expect((await importText(bench, 'airbnb-listings', `${rows.fullHeader}\n${rows.fullRow}`)).counts).toEqual(
      counts(1, 0, { updated: 1 }),
    );
  });
});
