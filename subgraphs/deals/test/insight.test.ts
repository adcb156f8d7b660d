import { expect, test } from '@jest/globals';
import { dayInMs, openDealsService, startOfTests } from './harness.ts';
import { car, flight, flightHistory, flightId, listingTold, stay, stayId } from './listings.ts';

const insight = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Listing { id
  deals { id travelDate } priceInsight { verdict observations comparableKey comparableLabel advice hitRate trials
    current { amount currency } lowerQuartile { amount currency } median { amount } upperQuartile { amount }
    series { date typical { amount currency } lowest { amount } highest { amount } observations } } } } }`;
const history = `query ($key: String!, $days: Int) { priceHistory(comparableKey: $key, days: $days) {
  label observations points { date observations typical { amount currency } } } }`;

type Service = Awaited<ReturnType<typeof openDealsService>>;
type Insight = Record<string, unknown> & { verdict: string; series: { date: string }[] };

async function insightOf(service: Service, __typename: string, id: string): Promise<Insight | null> {
  const { data, errors } = await service.ask({ query: insight, variables: { representations: [{ __typename, id }] } });
  expect(errors).toBeUndefined();
  return (data as { _entities: { priceInsight: Insight | null }[] })._entities[0]?.priceInsight ?? null;
}

test('a price is judged against its comparables, with a checked record of the advice', async () => {
  await using service = await openDealsService();
  await service.deals.intake.recordObservations(flightHistory(20_000, 85));
  // In a week the flight will be among those that leave in a few days, which are dearer.
  await service.deals.intake.recordObservations(flightHistory(24_000, 85, 3));
  await service.tell(listingTold(flight(1, 23_000)), listingTold(flight(2, 18_000)), listingTold(flight(3, 20_020)));
  const [high, low, typical] = [1, 2, 3].map((number) => insightOf(service, 'Flight', flightId(number)));
  expect(await high).toMatchObject({ verdict: 'HIGH', current: { amount: '230.00', currency: 'USD' } });
  expect(await low).toMatchObject({ verdict: 'LOW', advice: 'BUY' });
  const answer = await typical;
  expect(answer).toMatchObject({
    verdict: 'TYPICAL',
    advice: 'BUY',
    hitRate: 1,
    comparableKey: 'flight|SIN-BKK|ECONOMY|nonstop|7-20',
    comparableLabel: 'nonstop economy flights SIN-BKK, one to three weeks ahead',
  });
  // Until yesterday: two a day; today those of the listings themselves.
  expect(answer?.series.length).toBeGreaterThan(80);
  expect(answer?.series.at(-1)?.date).toBe('2027-03-01');
});

test('without a history of what it will be compared with in a week there is no advice', async () => {
  await using service = await openDealsService();
  await service.deals.intake.recordObservations(flightHistory(20_000, 85));
  await service.tell(listingTold(flight(1, 20_020)));
  expect(await insightOf(service, 'Flight', flightId(1))).toMatchObject({ verdict: 'TYPICAL', advice: 'UNKNOWN' });
});

test('what is compared with too few prices says so, and gives no advice', async () => {
  await using service = await openDealsService();
  await service.tell(listingTold(car(1, 5_000)));
  expect(await insightOf(service, 'Car', car(1, 5_000).id)).toMatchObject({
    verdict: 'NOT_ENOUGH_DATA',
    advice: 'UNKNOWN',
    hitRate: null,
    lowerQuartile: null,
    observations: 1,
  });
});

test('amounts are in the currency of the listing', async () => {
  await using service = await openDealsService();
  const others = Array.from({ length: 20 }, (_, index) => stay(index + 2, 10_000));
  await service.tell(...others.map((state) => listingTold(state)));
  await service.tell(listingTold(stay(1, 8_530, { currency: 'EUR' })));
  expect(await insightOf(service, 'Stay', stayId(1))).toMatchObject({
    verdict: 'TYPICAL',
    current: { amount: '85.30', currency: 'EUR' },
    median: { amount: '85.30' },
  });
});

test('nothing can be said of a listing that is unknown, or of which nothing can be booked', async () => {
  await using service = await openDealsService();
  await service.tell(listingTold(flight(1, 20_000, { fromPriceMinor: null })));
  expect(await insightOf(service, 'Flight', flightId(1))).toBeNull();
  expect(await insightOf(service, 'Flight', flightId(2))).toBeNull();
});

test('the history of a key, as far back as it is asked for', async () => {
  await using service = await openDealsService();
  await service.deals.intake.recordObservations(flightHistory(20_000, 60));
  const ask = async (variables: Record<string, unknown>) => service.ask({ query: history, variables });
  const key = 'flight|SIN-BKK|ECONOMY|nonstop|7-20';
  expect((await ask({ key })).data).toMatchObject({ priceHistory: { observations: 120 } });
  expect((await ask({ key, days: 10 })).data).toMatchObject({ priceHistory: { observations: 20 } });
  expect((await ask({ key: 'flight|nowhere' })).data).toEqual({ priceHistory: null });
  expect((await ask({ key, days: 0 })).errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
});

test('the intake knows a row by its source key: what is new, changed, the same, older or of no use', async () => {
  await using service = await openDealsService();
  const record = (changes: Record<string, unknown>) =>
    ({ ...flightHistory(20_000, 1)[0], sourceKey: 'row', observedAt: startOfTests, ...changes }) as never;
  const told = async (...changes: Record<string, unknown>[]) =>
    service.deals.intake.recordObservations(changes.map(record));
  expect(await told({})).toEqual(['imported']);
  expect(await told({}, { sourceKey: 'demand', price: undefined })).toEqual(['unchanged', 'imported']);
  expect(await told({ contentHash: 'older', observedAt: startOfTests - dayInMs })).toEqual(['unchanged']);
  expect(await told({ contentHash: 'newer', price: { minor: 1_000, currency: 'EUR' } })).toEqual(['updated']);
  expect(
    await told({ sourceKey: 'one' }, { sourceKey: 'one' }, { sourceKey: 'two', price: { minor: 1, currency: 'XXX' } }),
  ).toEqual(['imported', 'unchanged', { skipped: 'there is no reference rate for XXX' }]);
  expect(await told({ sourceKey: 'free', price: { minor: 0, currency: 'USD' } })).toEqual([
    { skipped: 'the price is not above zero' },
  ]);
});

test('a price of now that a feed has seen is an event of the pipeline, and no deal: nobody can book it', async () => {
  await using service = await openDealsService();
  await service.deals.intake.recordObservations(flightHistory(20_000));
  const now = { ...flightHistory(5_000, 1)[0], historical: false } as never;
  await service.deals.intake.recordObservations([now]);
  await service.deals.drain();
  await service.settled();
  const slices = await Promise.all(
    [0, 1, 2, 3].map((partition) => service.log.read({ topic: 'deals.normalized', partition, offset: 0 }, 10)),
  );
  expect(slices.flat()).toHaveLength(1);
  const { data } = await service.ask({ query: '{ deals { totalCount } }' });
  expect(data).toEqual({ deals: { totalCount: 0 } });
});
