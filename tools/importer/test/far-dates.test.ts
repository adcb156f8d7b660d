import { describe, expect, test } from '@jest/globals';
import * as rows from './fixtures.ts';
import { type Bench, counts, openBench, withAirports } from './import.testkit.ts';

const easeRow = (daysLeft: string): string =>
  `0,SpiceJet,SG-8709,Delhi,Evening,zero,Night,Mumbai,Economy,2.17,${daysLeft},5953`;
const night = (date: string): string => `71609,${date},t,$90.00,,2,30`;

const withStay = async (bench: Bench): Promise<void> => {
  await bench.run(['airbnb-listings', await bench.file('short.csv', `${rows.shortHeader}\n${rows.shortRow}\n`)]);
};
const nights = (bench: Bench, ...dates: string[]): Promise<string> =>
  bench.file('nights.csv', `${[rows.calendarHeader, ...dates.map(night)].join('\n')}\n`);

describe.each([[[]], [['--shift-dates']]])('a row with a far date costs that row only (%j)', (flags) => {
  test.each(['99999999999', '3000000', '3651'])('easemytrip, %s days left', async (daysLeft) => {
    await using bench = await openBench();
    await withAirports(bench);
    const lines = [rows.easeHeader, easeRow('5'), easeRow(daysLeft), easeRow('7')];
    const run = await bench.run(['easemytrip', await bench.file('ease.csv', `${lines.join('\n')}\n`), ...flags]);
    expect([run.code, run.counts]).toEqual([0, counts(3, 2, { skipped: 1 })]);
    expect(run.error.join('\n')).toContain(`line 3: "${daysLeft}" is no number of days from 0 to 3650`);
  });

  test.each(['9999-12-30', '1900-01-01', '2037-01-01'])('airbnb-calendar, %s', async (far) => {
    await using bench = await openBench();
    await withStay(bench);
    const run = await bench.run(['airbnb-calendar', await nights(bench, '2023-09-23', far, '2023-09-25'), ...flags]);
    expect([run.code, run.counts]).toEqual([0, counts(3, 2, { skipped: 1 })]);
    expect(run.error.join('\n')).toContain(`line 3: the date ${far} lies outside of 1990-01-01 to 2036-11-20`);
  });

  test.each(['9999', '1000'])('hotel-demand, the year %s', async (year) => {
    await using bench = await openBench();
    const lines = [rows.hotelHeader, rows.hotelRow('98'), rows.hotelRow('98').replace('2015', year)];
    const run = await bench.run(['hotel-demand', await bench.file('hotel.csv', `${lines.join('\n')}\n`), ...flags]);
    expect([run.code, run.counts]).toEqual([0, counts(2, 1, { skipped: 1 })]);
    expect(run.error.join('\n')).toContain(`line 3: the date ${year}-07-01 lies outside of`);
  });

  test('expedia, an arrival in the year 9999', async () => {
    await using bench = await openBench();
    await withAirports(bench);
    const far = { ...rows.phoenixToDenver, arrives: '9999-12-31T12:45:00.000-06:00' };
    const legs = [rows.phoenixToDenver, far].map((leg, index) =>
      rows.expediaRow({ legId: `l${index}`, searchDate: '2022-04-16', legs: [leg] }),
    );
    const run = await bench.run(['expedia', await bench.file('flights.csv', rows.expedia(...legs)), ...flags]);
    expect([run.code, run.counts]).toEqual([0, counts(2, 1, { skipped: 1 })]);
    expect(run.error.join('\n')).toContain('line 3: the trip takes more than 7 days');
  });
});

test('one bad old date does not fix the shift of a data set', async () => {
  await using bench = await openBench();
  await withStay(bench);
  await bench.run(['airbnb-calendar', await nights(bench, '1900-01-01', '2023-09-25'), '--shift-dates']);
  expect(await bench.intake.listings.state.get('travel-shift:airbnb')).toBe(JSON.stringify({ inDays: 1155 }));
});

test('a date that only the shift takes out of range is skipped under the date that stands in the file', async () => {
  await using bench = await openBench();
  await withStay(bench);
  const run = await bench.run(['airbnb-calendar', await nights(bench, '2015-01-01', '2030-01-01'), '--shift-dates']);
  expect(run.counts).toEqual(counts(2, 1, { skipped: 1 }));
  expect(run.error.join('\n')).toContain('line 3: the date 2030-01-01 would move by ');
});

test('a crawl on a day that cannot be meant is refused', async () => {
  await using bench = await openBench();
  const file = await bench.file('ease.csv', `${rows.easeHeader}\n${easeRow('5')}\n`);
  const run = await bench.run(['easemytrip', file, '--observed-on', '9999-12-30']);
  expect([run.code, run.error]).toEqual([2, [expect.stringContaining('--observed-on: the date 9999-12-30 lies')]]);
});
