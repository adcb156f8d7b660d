import { eventually } from '@meridian/demo/eventually';
import { at, type Node, textAt } from '../../support/api.ts';
import { fareInput, flightInput, oneAdult, route } from '../../support/inputs.ts';
import { awaitStock, flightOffer } from '../../support/offers.ts';
import { type Person, signUp } from '../../support/people.ts';
import { idOf, type Stage } from '../stage.ts';
import { key } from './bookings.ts';

/** Watches of an account, as `deals` allows them. */
const mostWatches = 200;
/** So many of them are made at the same time. */
const atOnce = 20;

type Input = Readonly<Record<string, unknown>>;

/** Everything that can become of watches and alerts. Answers a watch whose alerts have come in. */
export async function playWatches(stage: Stage): Promise<Readonly<{ watchId: string }>> {
  const { expect, people } = stage;
  const flight = await expect(people.owner.api, 'createFlight', { input: flightInput({ seats: 3 }), member: 'Flight' });
  await awaitStock(people.owner.api, idOf(flight));
  const watch = await playWatching(stage, idOf(flight));
  await playSearches(stage);
  await playAlerts(stage, flight);
  await playLimit(stage, idOf(flight));
  return { watchId: idOf(watch) };
}

const amount = (value: string) => ({ amount: value, currency: 'USD' });

async function playWatching({ expect, expectSoon, people }: Stage, listingId: string): Promise<Node> {
  const { api } = people.traveler;
  const input = { listingId, threshold: amount('250.00'), stockBelow: 3 };
  const watch = await expectSoon(api, 'createPriceWatch', { input, member: 'PriceWatch' });
  await expect(api, 'createPriceWatch', { input, member: 'AlreadyWatched' });
  await expect(api, 'createPriceWatch', { input: { threshold: amount('9.00') }, member: 'ValidationFailed' });
  await expect(api, 'createPriceWatch', { input: { ...input, listingId: 'flt_none' }, member: 'NotFound' });
  const change = { id: idOf(watch), threshold: amount('240.00') };
  await expect(api, 'updatePriceWatch', { input: change, member: 'PriceWatch' });
  await expect(api, 'updatePriceWatch', { input: { ...change, stockBelow: -1 }, member: 'ValidationFailed' });
  const beside = { listingId, threshold: amount('230.00'), stockBelow: 3 };
  await expect(api, 'createPriceWatch', { input: beside, member: 'PriceWatch' });
  const alike = { ...change, threshold: beside.threshold };
  await expect(api, 'updatePriceWatch', { input: alike, member: 'AlreadyWatched' });
  await expect(people.rival.api, 'updatePriceWatch', { input: change, member: 'NotFound' });
  await expect(people.rival.api, 'deletePriceWatch', { input: { id: idOf(watch) }, member: 'NotFound' });
  return watch;
}

async function playSearches({ expect, people }: Stage): Promise<void> {
  const { api } = people.traveler;
  const { origin, destination } = route;
  const searches: readonly Input[] = [
    { kind: 'FLIGHT', origin, destination, cabin: 'ECONOMY', maxStops: 1 },
    { kind: 'STAY', city: 'London', countryCode: 'GB', stayType: 'HOTEL' },
    { kind: 'CAR', city: 'London', countryCode: 'GB', carClass: 'SUV' },
  ];
  for (const search of searches) {
    const input = { search, threshold: amount('20.00') };
    await expect(api, 'createPriceWatch', { input, member: 'PriceWatch' });
  }
  const input = { search: searches[0], threshold: amount('1.00') };
  const watch = await expect(api, 'createPriceWatch', { input, member: 'PriceWatch' });
  await expect(api, 'deletePriceWatch', { input: { id: idOf(watch) }, member: 'PriceWatchDeleted' });
}

/** One alert of the price, one of the stock; both over the socket. */
async function playAlerts(stage: Stage, flight: Node): Promise<void> {
  const { expect, people, listen } = stage;
  const { traveler, owner, rival } = people;
  const stream = await listen(traveler, 'priceWatchTriggered');
  const cheaper = {
    id: idOf(flight),
    expectedVersion: at(flight, 'version'),
    fares: [fareInput({ seats: 3, price: '150.00' })],
  };
  await expect(owner.api, 'updateFlight', { input: cheaper, member: 'Flight' });
  const first = await stream.next();
  const offers = [await flightOffer(rival.api, idOf(flight))];
  await expect(rival.api, 'holdBooking', { input: { offers, travelers: oneAdult, ...key() }, member: 'Booking' });
  await stream.next();
  await stream.close();
  await expect(traveler.api, 'markAlertsRead', { input: {}, member: 'ValidationFailed' });
  const read = { ids: [textAt(first, 'alert', 'id')] };
  await expect(traveler.api, 'markAlertsRead', { input: read, member: 'AlertsMarkedRead' });
  await eventually(async () => delivered(traveler));
}

/** The time of delivery is noted after the socket has taken the alert. */
const delivered = async ({ api }: Person): Promise<string> =>
  textAt(
    await api.read('{ me { alerts(first: 1) { edges { node { deliveredAt } } } } }'),
    'me',
    'alerts',
    'edges',
    0,
    'node',
    'deliveredAt',
  );

async function playLimit({ expect, perform, address }: Stage, listingId: string): Promise<void> {
  const { api } = await signUp(address);
  const input = { listingId, stockBelow: mostWatches + 1 };
  for (let count = 0; count < mostWatches; count += atOnce) {
    const limits = Array.from({ length: atOnce }, (_, index) => count + index + 1);
    await Promise.all(limits.map((stockBelow) => perform(api, 'createPriceWatch', { listingId, stockBelow })));
  }
  await expect(api, 'createPriceWatch', { input, member: 'WatchLimitReached' });
}
