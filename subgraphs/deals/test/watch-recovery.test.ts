import { expect, test } from '@jest/globals';
import { dayInMs, openDealsService, startOfTests } from './harness.ts';
import { airportsTold, flight, listingTold, stay, stayId, stockTold } from './listings.ts';
import { alertPrices, readInbox, usd, watch } from './watching.ts';

/** The second flight leaves nine days after the first one. */
const laterFlight = (priceMinor: number, version: number) => {
  const { segments, ...state } = flight(2, priceMinor, { version });
  const times = { departsAt: '2027-03-20T09:30', arrivesAt: '2027-03-20T11:00' };
  return { ...state, ...times, segments: segments.map((segment) => ({ ...segment, ...times })) };
};

test('a search whose cheapest find has departed has recovered, though no event told of it', async () => {
  await using service = await openDealsService();
  await service.tell(...airportsTold(), listingTold(flight(1, 20_000)), listingTold(laterFlight(20_000, 1)));
  const search = { kind: 'FLIGHT', origin: 'SIN', destination: 'BKK' };
  await watch(service, { search, threshold: usd('150.00') });
  await service.tell(listingTold(flight(1, 14_000, { version: 2 }), startOfTests + 1));
  const afterDeparture = startOfTests + 12 * dayInMs;
  // Not as low as what was told before; but by then the best price had been 200 for a day.
  await service.tell(listingTold(laterFlight(14_500, 2), afterDeparture));
  const { alerts } = await readInbox(service);
  expect(alerts.edges.map(({ node }) => [node.price.amount, node.previousPrice])).toEqual([
    ['145.00', { amount: '200.00' }],
    ['140.00', { amount: '200.00' }],
  ]);
});

test('a search that still finds something below its threshold has not recovered when its cheapest find departs', async () => {
  await using service = await openDealsService();
  await service.tell(...airportsTold(), listingTold(flight(1, 20_000)), listingTold(laterFlight(14_800, 1)));
  const search = { kind: 'FLIGHT', origin: 'SIN', destination: 'BKK' };
  await watch(service, { search, threshold: usd('150.00') });
  await service.tell(listingTold(flight(1, 14_000, { version: 2 }), startOfTests + 1));
  const afterDeparture = startOfTests + 12 * dayInMs;
  await service.tell(listingTold(laterFlight(14_500, 2), afterDeparture));
  await service.tell(listingTold(laterFlight(13_900, 3), afterDeparture + 1));
  expect(await alertPrices(service)).toEqual(['140.00', '139.00']);
});

test('a stay whose scarce night is over has recovered, though no event told of it', async () => {
  await using service = await openDealsService();
  await service.tell(listingTold(stay(1, 10_000)));
  await watch(service, { listingId: stayId(1), stockBelow: 2 });
  const room = { resource: `${stayId(1)}.standard`, capacity: 3, sold: 2 };
  await service.tell(stockTold({ ...room, slot: '2027-03-05', at: startOfTests + 1 }));
  await service.tell(stockTold({ ...room, slot: '2027-03-12', at: startOfTests + 9 * dayInMs }));
  const { alerts } = await readInbox(service);
  expect(alerts.edges.map(({ node }) => node.stock)).toEqual([1, 1]);
});

test('a search no longer finds a listing that has moved to another city', async () => {
  await using service = await openDealsService();
  await service.tell(listingTold(stay(1, 10_000)), listingTold(stay(2, 20_000)));
  const made = await watch(service, { search: { kind: 'STAY', city: 'Singapore' }, threshold: usd('150.00') });
  expect(made).toMatchObject({ state: 'TRIGGERED', lastPrice: { amount: '100.00' } });
  await service.tell(listingTold(stay(1, 10_000, { city: 'Johor Bahru', version: 2 }), startOfTests + 1));
  const { watches } = await readInbox(service);
  expect(watches).toMatchObject({ edges: [{ node: { state: 'ARMED', lastPrice: { amount: '200.00' } } }] });
});
