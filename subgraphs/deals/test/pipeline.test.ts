import { expect, test } from '@jest/globals';
import { dayInMs, openDealsService, startOfTests } from './harness.ts';
import { car, event, flight, flightHistory, flightId, listingTold, stay, stockTold } from './listings.ts';

const feed = `query ($filter: DealFilter, $sort: DealSort) { deals(filter: $filter, sort: $sort) {
  totalCount
  edges { node { id status grade score discountPercent tags
    price { amount currency } typicalPrice { amount }
    snapshot { listingId title place startsAt timeZone price { amount } }
    listing { __typename id }
    explanation { observations windowDays comparableKey sentence mean { amount } median { amount } } } }
  facets { kinds { value count } grades { value count label } tags { value count } cities { value count } } } }`;

type Feed = { deals: { totalCount: number; edges: { node: Record<string, unknown> }[]; facets: unknown } };
type Service = Awaited<ReturnType<typeof openDealsService>>;

const readFeed = async (service: Service, variables: Record<string, unknown> = {}): Promise<Feed['deals']> => {
  const { data, errors } = await service.ask({ query: feed, variables });
  expect(errors).toBeUndefined();
  return (data as Feed).deals;
};

/** The deal of a listing, over or not, by its last event. */
const endings = async (service: Service): Promise<unknown[]> => {
  const records = await service.log.read({ topic: 'deal.events', partition: 0, offset: 0 }, 100);
  return records.map(({ value }) => JSON.parse(value)).map(({ type, data }) => data.reason ?? type);
};

test('a price far below its comparables goes through the whole pipeline and becomes a deal that explains itself', async () => {
  await using service = await openDealsService();
  const outcomes = await service.deals.intake.recordObservations(flightHistory(20_000));
  expect(new Set(outcomes)).toEqual(new Set(['imported']));
  await service.tell(listingTold(flight(1, 14_000)), listingTold(flight(2, 19_900)));

  const deals = await readFeed(service);
  expect(deals.totalCount).toBe(1);
  expect(deals.edges[0]?.node).toMatchObject({
    status: 'ACTIVE',
    grade: 'GREAT',
    price: { amount: '140.00', currency: 'USD' },
    snapshot: { listingId: flightId(1), place: 'Singapore → Bangkok', startsAt: '2027-03-11T09:30' },
    listing: { __typename: 'Flight', id: flightId(1) },
    tags: ['DIRECT', 'FREE_CANCELLATION', 'TOP_RATED', 'INSTANT_BOOK'],
    explanation: { observations: 60, windowDays: 30, comparableKey: 'flight|SIN-BKK|ECONOMY|nonstop|7-20' },
  });
  expect(deals.facets).toEqual({
    kinds: [{ value: 'FLIGHT', count: 1 }],
    grades: [{ value: 'GREAT', count: 1, label: 'Great' }],
    tags: expect.arrayContaining([{ value: 'DIRECT', count: 1 }]),
    cities: [{ value: 'Bangkok', count: 1 }],
  });
});

test('a deal tells the numbers it used, and at which rate it was put into dollars', async () => {
  await using service = await openDealsService();
  await service.deals.intake.recordObservations(flightHistory(20_000));
  // One dear price lifts the mean of the 61 and not their median.
  const [dear] = flightHistory(81_000, 1, 9);
  await service.deals.intake.recordObservations(dear ? [dear] : []);
  await service.tell(listingTold(flight(1, 11_942, { currency: 'EUR' })));
  const { data } = await service.ask({
    query: `{ deals { edges { node { discountPercent price { amount currency } typicalPrice { amount currency }
      explanation { price { amount currency } mean { amount currency } median { amount currency } observations windowDays sentence
        rate { currency unitsPerDollar date source } } } } } }`,
  });
  const [deal] = (data as { deals: { edges: { node: Record<string, unknown> }[] } }).deals.edges;
  // 119.42 euros at 0.853 are 140.00 dollars; the mean is (60 × 200.20 + 810.00) ÷ 61, and 0.853 of that in euros.
  expect(deal?.node).toEqual({
    discountPercent: 33.3,
    price: { amount: '119.42', currency: 'EUR' },
    typicalPrice: { amount: '179.30', currency: 'EUR' },
    explanation: {
      price: { amount: '140.00', currency: 'USD' },
      mean: { amount: '210.20', currency: 'USD' },
      median: { amount: '200.20', currency: 'USD' },
      observations: 61,
      windowDays: 30,
      sentence:
        'EUR 119.42 is 33.3 % below the mean of EUR 179.30, and below the median of EUR 170.77, of 61 comparable prices in 30 days: ' +
        'nonstop economy flights SIN-BKK, one to three weeks ahead. Compared at 0.853 EUR for a USD, the rate of 2025-06-30.',
      rate: {
        currency: 'EUR',
        unitsPerDollar: '0.853',
        date: '2025-06-30',
        source: expect.stringContaining('demonstration'),
      },
    },
  });
});

test('a deal is judged at the time of its price: what was last minute then is, whenever it is worked on', async () => {
  await using service = await openDealsService();
  await service.deals.intake.recordObservations(flightHistory(20_000, 60, 5));
  // The clock stands ten days before the departure; the price is of six days later.
  await service.tell(listingTold(flight(1, 14_000), startOfTests + 6 * dayInMs));
  const deals = await readFeed(service);
  expect(deals.edges[0]?.node).toMatchObject({ tags: expect.arrayContaining(['LAST_MINUTE']) });
});

test('the whole pipeline is on the log: normalized for both prices, scored and tagged for the one that matters', async () => {
  await using service = await openDealsService();
  await service.deals.intake.recordObservations(flightHistory(20_000));
  await service.tell(listingTold(flight(1, 14_000)), listingTold(flight(2, 19_900)));
  const counts = async (topic: string) => {
    const slices = await Promise.all(
      [0, 1, 2, 3].map((partition) => service.log.read({ topic, partition, offset: 0 }, 100)),
    );
    return slices.flat().length;
  };
  expect([await counts('deals.normalized'), await counts('deals.scored'), await counts('deals.tagged')]).toEqual([
    2, 1, 1,
  ]);
});

test('fourteen comparables are too few, however low the price', async () => {
  await using service = await openDealsService();
  await service.deals.intake.recordObservations(flightHistory(20_000, 7));
  await service.tell(listingTold(flight(1, 5_000)));
  expect((await readFeed(service)).totalCount).toBe(0);
});

test.each([
  ['PRICE_ROSE', (service: Service) => service.tell(listingTold(flight(1, 19_500, { version: 2 })))],
  [
    'SOLD_OUT',
    (service: Service) => service.tell(listingTold(flight(1, 14_000, { version: 2, fromPriceMinor: null }))),
  ],
  [
    'SOLD_OUT',
    (service: Service) =>
      service.tell(stockTold({ resource: 'TR101.SIN.2027-03-11/ECONOMY', slot: '2027-03-11', capacity: 20, sold: 20 })),
  ],
  ['REMOVED', (service: Service) => service.tell(listingTold(flight(1, 14_000, { version: 2, status: 'REMOVED' })))],
  [
    'REMOVED',
    (service: Service) =>
      service.tell(
        event('listings', 'listing.deleted', {
          subject: flightId(1),
          sequence: 2,
          data: { id: flightId(1), version: 2, ownerId: 'usr_owner', kind: 'FLIGHT' },
        }),
      ),
  ],
] as const)('a deal ends: %s', async (reason, change) => {
  await using service = await openDealsService();
  await service.deals.intake.recordObservations(flightHistory(20_000));
  await service.tell(listingTold(flight(1, 14_000)));
  expect((await readFeed(service)).totalCount).toBe(1);
  await change(service);
  expect((await readFeed(service)).totalCount).toBe(0);
  expect(await endings(service)).toEqual(['deal.published', reason]);
});

test('seats that are sold make a deal low in stock, and seats that come back end that', async () => {
  await using service = await openDealsService();
  await service.deals.intake.recordObservations(flightHistory(20_000));
  await service.tell(listingTold(flight(1, 14_000)));
  const sell = (sold: number, at: number) =>
    service.tell(stockTold({ resource: 'TR101.SIN.2027-03-11/ECONOMY', slot: '2027-03-11', capacity: 20, sold, at }));
  const lowStock = async () => (await readFeed(service, { filter: { tags: ['LOW_STOCK'] } })).totalCount;
  await sell(16, startOfTests + 1);
  expect(await lowStock()).toBe(1);
  await sell(15, startOfTests + 2);
  expect(await lowStock()).toBe(0);
});

test('a deal whose flight has departed is not shown, whether the housekeeping came by or not', async () => {
  await using service = await openDealsService();
  await service.deals.intake.recordObservations(flightHistory(20_000));
  await service.tell(listingTold(flight(1, 14_000)));
  service.clock.advance(11 * dayInMs);
  expect((await readFeed(service)).totalCount).toBe(0);
});

test('an older version that comes late changes nothing', async () => {
  await using service = await openDealsService();
  await service.deals.intake.recordObservations(flightHistory(20_000));
  await service.tell(listingTold(flight(1, 19_800, { version: 3 })));
  await service.tell(listingTold(flight(1, 12_000, { version: 2 })));
  expect((await readFeed(service)).totalCount).toBe(0);
});

test('a listing whose text changes while its deal is on its way keeps the deal', async () => {
  await using service = await openDealsService();
  await service.deals.intake.recordObservations(flightHistory(20_000));
  await service.tell(
    listingTold(flight(1, 14_000)),
    listingTold(flight(1, 14_000, { version: 2, instantBook: false }), startOfTests + 1),
  );
  expect((await readFeed(service)).totalCount).toBe(1);
});

test('filters, facets and orders of the feed', async () => {
  await using service = await openDealsService();
  await service.deals.intake.recordObservations(flightHistory(20_000));
  const dear = Array.from({ length: 20 }, (_, index) => stay(index + 10, 30_000));
  const cars = Array.from({ length: 20 }, (_, index) => car(index + 10, 8_000));
  await service.tell(...[...dear, ...cars].map((state) => listingTold(state)));
  await service.tell(
    listingTold(flight(1, 14_000)),
    listingTold(flight(2, 16_000)),
    listingTold(stay(1, 15_000)),
    listingTold(car(1, 5_000)),
  );
  const all = await readFeed(service, { sort: 'PRICE' });
  expect(all.edges.map(({ node }) => (node.price as { amount: string }).amount)).toEqual([
    '50.00',
    '140.00',
    '150.00',
    '160.00',
  ]);
  const onlyStays = await readFeed(service, { filter: { kinds: ['STAY'] } });
  expect(onlyStays.totalCount).toBe(1);
  // The facet of kinds leaves its own filter out; the others do not.
  expect(onlyStays.facets).toMatchObject({
    kinds: [
      { value: 'FLIGHT', count: 2 },
      { value: 'CAR', count: 1 },
      { value: 'STAY', count: 1 },
    ],
    tags: expect.arrayContaining([{ value: 'BREAKFAST', count: 1 }]),
  });
  const cheap = await readFeed(service, { filter: { maxPrice: { amount: '145.00', currency: 'USD' } } });
  expect(cheap.totalCount).toBe(2);
  expect((await readFeed(service, { filter: { city: 'bangkok', grades: ['GREAT'] } })).totalCount).toBe(1);
});

test('pages go on where the last one ended, and refuse the cursor of another list', async () => {
  await using service = await openDealsService();
  await service.deals.intake.recordObservations(flightHistory(20_000));
  await service.tell(...[1, 2, 3, 4, 5].map((number) => listingTold(flight(number, 14_000 + number * 10))));
  const page = `query ($after: Cursor, $sort: DealSort) { deals(first: 2, after: $after, sort: $sort) {
    edges { node { snapshot { listingId } } } pageInfo { endCursor hasNextPage } } }`;
  const seen: string[] = [];
  for (let after: string | null = null; ; ) {
    const { data } = await service.ask({ query: page, variables: { after, sort: 'DISCOUNT' } });
    const { edges, pageInfo } = (
      data as never as {
        deals: {
          edges: { node: { snapshot: { listingId: string } } }[];
          pageInfo: { endCursor: string; hasNextPage: boolean };
        };
      }
    ).deals;
    seen.push(...edges.map(({ node }) => node.snapshot.listingId));
    after = pageInfo.endCursor;
    if (!pageInfo.hasNextPage) break;
  }
  expect(seen.toSorted()).toEqual([1, 2, 3, 4, 5].map(flightId));
  const refused = await service.ask({ query: page, variables: { after: 'bm9uc2Vuc2U', sort: 'SCORE' } });
  expect(refused.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
});

test('a cursor goes on with the filter that it was made under, and with no other', async () => {
  await using service = await openDealsService();
  await service.deals.intake.recordObservations(flightHistory(20_000));
  await service.tell(...[1, 2, 3].map((number) => listingTold(flight(number, 14_000 + number * 10))));
  const query = `query ($filter: DealFilter, $after: Cursor) { deals(first: 1, filter: $filter, after: $after) {
    edges { node { id } } pageInfo { endCursor } } }`;
  const ask = (variables: Readonly<Record<string, unknown>>) => service.ask({ query, variables });
  const filter = { kinds: ['FLIGHT'], minScore: 60 };
  const { data } = await ask({ filter });
  const after = (data as never as { deals: { pageInfo: { endCursor: string } } }).deals.pageInfo.endCursor;
  // Told in another order, or with a null, it is the same filter.
  for (const same of [filter, { minScore: 60, city: null, grades: [], kinds: ['FLIGHT'] }])
    expect((await ask({ filter: same, after })).errors).toBeUndefined();
  const ofAny = await service.ask({ query: '{ deals(filter: { kinds: [], grades: [], tags: [] }) { totalCount } }' });
  expect(ofAny.data?.deals).toEqual({ totalCount: 3 });
  for (const other of [null, { kinds: ['FLIGHT'] }, { ...filter, minScore: 61 }, { ...filter, kinds: ['CAR'] }])
    expect((await ask({ filter: other, after })).errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
});
