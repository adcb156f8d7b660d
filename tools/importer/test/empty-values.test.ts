import { expect, test } from '@jest/globals';
import { formats } from '../src/formats/registry.ts';
import * as rows from './fixtures.ts';
import { openBench, withAirports } from './import.testkit.ts';

/** A whole row of each format, as fields, and its header where the format has one. */
const wholeRows: Readonly<Record<string, Readonly<{ header?: string; fields: readonly string[] }>>> = {
  ourairports: {
    header: rows.airportsHeader,
    fields: '10,XXQA,large_airport,Quay,10.5,20.5,5,AF,TD,TD-BA,Quay,yes,XXQA,QQA,XXQA,QQA,,,'.split(','),
  },
  'openflights-airlines': { fields: '7,Quay Air,QA,Q9,QUY,QUAY,Chad,Y'.split(',') },
  'openflights-routes': { fields: 'Q9,7,PHX,1,DEN,2,Y,0,738 320'.split(',') },
  expedia: {
    header: rows.expediaHeader,
    fields: rows.expediaRow({ legId: 'a', searchDate: '2022-04-16', legs: [rows.phoenixToDenver] }).split(','),
  },
  easemytrip: {
    header: rows.easeHeader,
    fields: '0,Air_India,AI-887,Delhi,Morning,one,Night,Mumbai,Economy,2.5,3,5953'.split(','),
  },
  'airbnb-listings': { header: rows.shortHeader, fields: rows.shortRow.replace('"1,150"', '1150').split(',') },
  'airbnb-calendar': { header: rows.calendarHeader, fields: '71609,2023-09-23,t,$90.00,$90.00,2,30'.split(',') },
  'hotel-demand': { header: rows.hotelHeader, fields: rows.hotelRow('98.55').split(',') },
  'cornell-cars': { header: rows.carsHeader, fields: rows.carRow.split(',') },
};

/** The ways in which the sources leave a value out. */
const blanks = ['', ' ', 'NULL', '\\N', 'N/A', 'None'];

const textsFoundIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsFoundIn) : [];
};

test.each(formats.map(({ name }) => name))(
  '%s: a value that is left out, whichever and however, costs at most its row, with a reason',
  async (format) => {
    const { header, fields } = wholeRows[format] ?? { fields: [] };
    const texts = fields.flatMap((_, index) =>
      blanks.map((blank) => fields.map((field, at) => (at === index ? blank : field)).join(',')),
    );
    await using bench = await openBench();
    if (format !== 'ourairports') await withAirports(bench);
    await bench.run(['airbnb-listings', await bench.file('stay.csv', `${rows.shortHeader}\n${rows.shortRow}\n`)]);
    // The whole row first: a format without a header is known by its first row.
    const content = [...(header === undefined ? [] : [header]), fields.join(','), ...texts, ''].join('\n');
    const { code, counts, error } = await bench.run([format, await bench.file('blanks.csv', content)]);
    expect([code, counts.read]).toEqual([0, 1 + texts.length]);
    const { imported = 0, updated = 0, unchanged = 0, skipped = 0 } = counts;
    expect(imported + updated + unchanged + skipped).toBe(1 + texts.length);
    expect(imported + updated + unchanged).toBeGreaterThan(0);
    const reasons = error.filter((line) => line.startsWith('  line '));
    expect(reasons.filter((line) => /: \S/.test(line))).toHaveLength(Math.min(skipped, 5));
    expect(textsFoundIn([...bench.intake.records.values()]).filter((text) => blanks.includes(text))).toEqual([]);
  },
);
