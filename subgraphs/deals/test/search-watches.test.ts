import { expect, test } from '@jest/globals';
import { openDealsService } from './harness.ts';
import { airportGone, airportsTold, flight, listingTold, stay } from './listings.ts';
import { alertPrices, ana, create, readInbox, usd, watch, watchProblems } from './watching.ts';

test('a watch on a search tells of the cheapest find, once per crossing, on any date', async () => {
  await using service = await openDealsService();
  await service.tell(...airportsTold());
  await service.tell(listingTold(flight(1, 20_000)), listingTold(flight(2, 21_000)));
  const search = { kind: 'FLIGHT', origin: 'SIN', destination: 'BKK', maxStops: 0 };
  expect(await watch(service, { search, threshold: usd('150.00') })).toMatchObject({
    state: 'ARMED',
    lastPrice: { amount: '200.00' },
    search: { kind: 'FLIGHT', origin: 'SIN', destination: 'BKK', cabin: 'ECONOMY', city: null },
  });
  await service.tell(
    listingTold(flight(2, 14_500, { version: 2 })),
    // Dearer than the cheapest find, though below the threshold: nothing new for the traveler.
    listingTold(flight(1, 14_900, { version: 2 })),
    // Cheap, but with a stop.
    listingTold(flight(3, 9_000, { stops: 1 })),
    listingTold(flight(4, 14_000)),
  );
  expect(await alertPrices(service)).toEqual(['145.00', '140.00']);
});

test('a watch on a search of stays knows its city without case or accents, and compares currencies', async () => {
  await using service = await openDealsService();
  await service.tell(listingTold(stay(1, 30_000, { city: 'São Paulo' })));
  await watch(service, {
    search: { kind: 'STAY', city: 'sao paulo', stayType: 'HOTEL' },
    threshold: { amount: '100.00', currency: 'EUR' },
  });
  // 12,000 cents of a dollar are some 104 euros, 11,000 some 96.
  await service.tell(listingTold(stay(1, 12_000, { city: 'São Paulo', version: 2 })));
  expect(await alertPrices(service)).toEqual([]);
  await service.tell(listingTold(stay(1, 11_000, { city: 'São Paulo', version: 3 })));
  expect(await alertPrices(service)).toEqual(['110.00']);
});

test('a search names types and classes that there are: others cannot even be read', async () => {
  await using service = await openDealsService();
  const place = { city: 'Lisbon', countryCode: 'PT' };
  const refusal = async (search: Record<string, unknown>) => {
    const input = { search: { ...place, ...search }, threshold: usd('150.00') };
    return (await service.ask({ query: create, variables: { input }, as: ana })).errors?.[0]?.message;
  };
  expect(await refusal({ kind: 'STAY', stayType: 'PALACE' })).toContain('"PALACE" does not exist in "StayType"');
  expect(await refusal({ kind: 'CAR', carClass: 'SPACESHIP' })).toContain('"SPACESHIP" does not exist in "CarClass"');
  expect((await readInbox(service)).watches.totalCount).toBe(0);
  const suv = { search: { kind: 'CAR', ...place, carClass: 'SUV' }, threshold: usd('150.00') };
  expect(await watch(service, suv)).toMatchObject({ search: { city: 'Lisbon', stayType: null, carClass: 'SUV' } });
});

test('a search between airports of which one is none is refused with its place, and nothing is watched', async () => {
  await using service = await openDealsService();
  await service.tell(...airportsTold());
  const between = (origin: string, destination: string) => ({
    search: { kind: 'FLIGHT', origin, destination },
    threshold: usd('150.00'),
  });
  expect(await watch(service, between('SIN', 'QQQ'))).toEqual({
    __typename: 'ValidationFailed',
    code: 'VALIDATION_FAILED',
    problems: [{ path: ['input', 'search', 'destination'], message: 'No airport is known as QQQ.' }],
  });
  expect(await watchProblems(service, { ...between('QQQ', 'ZZZ'), threshold: usd('-1') })).toEqual([
    'input.search.origin',
    'input.search.destination',
    'input.threshold.amount',
  ]);
  expect((await readInbox(service)).watches.totalCount).toBe(0);
  expect(await watch(service, between('SIN', 'BKK'))).toMatchObject({ __typename: 'PriceWatch' });
});

test('an airport can be searched from once its event has arrived, and no longer once it is gone', async () => {
  await using service = await openDealsService();
  const input = { search: { kind: 'FLIGHT', origin: 'SIN', destination: 'BKK' }, threshold: usd('150.00') };
  expect(await watchProblems(service, input)).toEqual(['input.search.origin', 'input.search.destination']);
  await service.tell(...airportsTold());
  expect(await watch(service, input)).toMatchObject({ __typename: 'PriceWatch' });
  await service.tell(airportGone('BKK', 2));
  expect(await watchProblems(service, input)).toEqual(['input.search.destination']);
  expect((await readInbox(service)).watches.totalCount).toBe(1);
});
