import { expect, test } from '@jest/globals';
import * as rows from './fixtures.ts';
import { counts, openBench, withAirports } from './import.testkit.ts';

test('a night is priced in its stay’s currency: one too large or in another one is skipped, and its neighbours are kept', async () => {
  await using bench = await openBench();
  await bench.run(['airbnb-listings', await bench.file('short.csv', `${rows.shortHeader}\n${rows.shortRow}\n`)]);
  const prices = ['"$100,000,000,000.00"', '"¥1,234"', '"$1,150.00"', 'free', '-$5.00', '"$2,000,000,000.00"'];
  const nights = prices.map((price, index) => `71609,2023-10-0${index + 1},t,${price},,2,30`);
  const file = await bench.file('nights.csv', `${[rows.calendarHeader, ...nights].join('\n')}\n`);
  const run = await bench.run(['airbnb-calendar', file]);
  expect(run.counts).toEqual(counts(6, 1, { skipped: 5 }));
  const said = run.error.join('\n');
  for (const reason of [
    'line 2: "$100,000,000,000.00" is no price',
    'line 3: "¥1,234" names JPY, expected SGD',
    'line 5: "free" is no price',
    'line 6: the price -$5.00 is negative',
    'line 7: "$2,000,000,000.00" is no price',
  ])
    expect(said).toContain(reason);
});

test('every format skips an amount in another currency than its own', async () => {
  await using bench = await openBench();
  await withAirports(bench);
  const ease = '0,SpiceJet,SG-8709,Delhi,Evening,zero,Night,Mumbai,Economy,2.17,1,€ 500';
  const leg = { legId: 'l', searchDate: '2022-04-16', legs: [rows.phoenixToDenver] };
  for (const [format, text, reason] of [
    ['easemytrip', `${rows.easeHeader}\n${ease}\n`, '"€ 500" names EUR, expected INR'],
    ['hotel-demand', `${rows.hotelHeader}\n${rows.hotelRow('£98')}\n`, '"£98" names GBP, expected EUR'],
    ['cornell-cars', `${rows.carsHeader}\n${rows.carRow.replace('135.0', 'EUR 135')}\n`, 'names EUR, expected USD'],
    ['expedia', rows.expedia(rows.expediaRow({ ...leg, total: '₹120' })), '"₹120" names INR, expected USD'],
    ['airbnb-listings', `${rows.shortHeader}\n${rows.shortRow.replace('"1,150"', '€150')}\n`, 'expected SGD'],
  ] as const) {
    const run = await bench.run([format, await bench.file(`${format}.csv`, text)]);
    expect([format, run.counts]).toEqual([format, counts(1, 0, { skipped: 1 })]);
    expect(run.error.join('\n')).toContain(reason);
  }
});
