import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import * as rows from './fixtures.ts';
import { counts, openBench } from './import.testkit.ts';

/** What a fresh import of a whole file leaves behind. */
const wholeRecords = async (format: string, text: string): Promise<ReadonlyMap<string, unknown>> => {
  await using bench = await openBench();
  await bench.run([format, await bench.file('whole.csv', text)]);
  return new Map(bench.intake.records);
};

describe('rows', () => {
  test('a mark, CRLF and quoted line breaks do not matter, and line numbers are physical', async () => {
    await using bench = await openBench();
    const broken = rows.fullRow.replace('71609', 'x1');
    const text = `\ufeff${[rows.fullHeader, rows.fullRow, '', broken, rows.fullRow.replace('71609', '2'), broken].join('\n').replaceAll('\n', '\r\n')}\r\n`;
    const { counts: got, error } = await bench.run(['airbnb-listings', await bench.file('full.csv', text)]);
    expect(got).toEqual(counts(4, 2, { skipped: 2 }));
    // The header is line 1; each row has two lines; line 4 is blank.
    expect(error.join('\n')).toContain('line 5: "x1" is no listing id');
    expect(error.join('\n')).toContain('line 9: "x1" is no listing id');
    const report =
      error.find((line) => line.startsWith('all skipped rows: '))?.slice('all skipped rows: '.length) ?? '';
    expect(await readFile(report, 'utf8')).toBe(
      'line,reason\n5,"""x1"" is no listing id"\n9,"""x1"" is no listing id"\n',
    );
    expect(
      (await bench.run(['airbnb-listings', await bench.file('lf.csv', text.replaceAll('\r\n', '\n').slice(1))])).counts,
    ).toEqual(counts(4, 0, { unchanged: 2, skipped: 2 }));
  });

  test('equal rows without a key are counted apart, and are the same again the next time', async () => {
    await using bench = await openBench();
    const file = await bench.file(
      'cars.csv',
      `${[rows.carsHeader, rows.carRow, rows.carRow, rows.carRow].join('\n')}\n`,
    );
    expect((await bench.run(['cornell-cars', file])).counts).toEqual(counts(3, 3));
    expect((await bench.run(['cornell-cars', file])).counts).toEqual(counts(3, 0, { unchanged: 3 }));
    const longer = await bench.file(
      'more.csv',
      `${[rows.carsHeader, ...Array.from({ length: 5 }, () => rows.carRow)].join('\n')}\n`,
    );
    expect((await bench.run(['cornell-cars', longer])).counts).toEqual(counts(5, 2, { unchanged: 3 }));
  });

  test('a key that comes twice in one file counts once, so a second run changes nothing', async () => {
    await using bench = await openBench();
    await bench.run(['airbnb-listings', await bench.file('short.csv', `${rows.shortHeader}\n${rows.shortRow}\n`)]);
    const night = (price: string): string => `71609,2023-09-23,t,${price},${price},2,30`;
    const file = await bench.file(
      'calendar.csv',
      `${[rows.calendarHeader, night('$90.00'), night('$90.00'), night('$95.00')].join('\n')}\n`,
    );
    const first = await bench.run(['airbnb-calendar', file]);
    expect(first.counts).toEqual(counts(3, 1, { unchanged: 1, skipped: 1 }));
    expect(first.error.join('\n')).toContain(
      'line 4: the key airbnb:71609:2023-09-23 came before in this file, with other content',
    );
    expect((await bench.run(['airbnb-calendar', file])).counts).toEqual(counts(3, 0, { unchanged: 2, skipped: 1 }));
  });

  test('a file cut at any boundary of its last row imports no half row, and the whole file completes it', async () => {
    for (const [format, header, row] of [
      ['cornell-cars', rows.carsHeader, rows.carRow],
      ['hotel-demand', rows.hotelHeader, rows.hotelRow('98')],
      ['airbnb-listings', rows.fullHeader, rows.fullRow],
    ] as const) {
      const whole = `${[header, row.replace('71609', '1'), row].join('\n')}\n`;
      const start = whole.lastIndexOf(row);
      const last = whole.length - 2;
      const boundaries = [...whole.matchAll(/[,"]/g)].map(({ index }) => index).filter((at) => at > start && at < last);
      for (const cut of [start + 1, ...boundaries, last]) {
        await using bench = await openBench();
        const partly = await bench.run([
          format,
          await bench.file('cut.csv', Buffer.from(whole).subarray(0, Buffer.byteLength(whole.slice(0, cut)))),
        ]);
        if (format !== 'airbnb-listings')
          expect([format, cut, partly.counts]).toEqual([format, cut, counts(2, 1, { skipped: 1 })]);
        const completed = await bench.run([format, await bench.file('whole.csv', whole)]);
        expect([format, cut, completed.counts.skipped, new Map(bench.intake.records)]).toEqual([
          format,
          cut,
          0,
          await wholeRecords(format, whole),
        ]);
      }
    }
  });

  test('a missing quote costs the rows behind it, and says so', async () => {
    await using bench = await openBench();
    const text = `${[rows.carsHeader, rows.carRow, `"${rows.carRow}`, rows.carRow].join('\n')}\n`;
    const { counts: got, error } = await bench.run(['cornell-cars', await bench.file('cars.csv', text)]);
    expect(got).toEqual(counts(2, 1, { skipped: 1 }));
    expect(error.join('\n')).toContain('line 3: the file ends within quotes');
  });
});
