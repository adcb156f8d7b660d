import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import * as rows from './fixtures.ts';
import { openBench } from './import.testkit.ts';

describe('what is no file of the format', () => {
  const cases: readonly (readonly [string, string, string | Uint8Array, RegExp])[] = [
    ['UTF-16', 'airbnb-calendar', Buffer.from(`\ufeff${rows.calendarHeader}\n`, 'utf16le'), /is UTF-16; convert/],
    [
      'UTF-16 without a mark',
      'airbnb-calendar',
      Buffer.from(`${rows.calendarHeader}\n`, 'utf16le'),
      /is binary or UTF-16/,
    ],
    ['gzip', 'airbnb-calendar', new Uint8Array([0x1f, 0x8b, 8, 0]), /compressed with gzip/],
    [
      'Latin-1 in the last row',
      'ourairports',
      Buffer.concat([Buffer.from(rows.airports()), Buffer.from([0x31, 0x2c, 0xe9, 0x0a])]),
      /is not UTF-8/,
    ],
    ['nothing', 'cornell-cars', '', /is empty/],
    [
      'another format',
      'airbnb-calendar',
      `${rows.shortHeader}\n${rows.shortRow}\n`,
      /header lacks listing_id.*looks like a file for airbnb-listings/,
    ],
    [
      'a renamed column',
      'cornell-cars',
      `${rows.carsHeader.replace('rate.daily', 'rate')}\n${rows.carRow}\n`,
      /header lacks rate.daily/,
    ],
    ['an unknown column', 'cornell-cars', `${rows.carsHeader},colour\n${rows.carRow},red\n`, /unknown columns: colour/],
    ['a column twice', 'airbnb-calendar', `${rows.calendarHeader},date\n`, /has date twice/],
    ['too few columns without a header', 'openflights-airlines', '1,"A",\\N\n', /first row has 3 columns instead of 8/],
    [
      'a header where none belongs',
      'openflights-airlines',
      'id,name,alias,iata,icao,callsign,country,active\n',
      /is no id/,
    ],
  ];
  test.each(cases)('%s: one line, exit code 2, nothing opened', async (...[, format, content, message]) => {
    await using bench = await openBench();
    const file = await bench.file('wrong.csv', content);
    let opened = 0;
    const openIntakes = async () => {
      opened += 1;
      throw new Error('must not be opened');
    };
    const { code, error, out } = await bench.run([format, file], { openIntakes });
    expect({ code, out, opened, lines: error.length }).toEqual({ code: 2, out: [], opened: 0, lines: 1 });
    expect(error[0]).toMatch(message);
    expect(existsSync(join(bench.folder, 'data'))).toBe(false);
  });

  test.each([
    [['cars', 'x.csv'], /there is no format "cars"; there are ourairports,/],
    [['cornell-cars'], /which cornell-cars file/],
    [[], /which format/],
    [['cornell-cars', '/nowhere.csv'], /does not exist/],
    [['cornell-cars', 'a', 'b'], /one file at a time/],
    [['cornell-cars', 'a', '--currency', 'EURO'], /no ISO 4217 code/],
    [['cornell-cars', 'a', '--shift'], /Unknown option '--shift'/],
  ] as const)('%j', async (argv, message) => {
    await using bench = await openBench();
    const { code, error } = await bench.run(argv);
    expect(code).toBe(2);
    expect(error.join('\n')).toMatch(message);
  });
});
