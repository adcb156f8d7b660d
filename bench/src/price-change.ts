import { randomUUID } from 'node:crypto';
import { type Person, signUp } from '@meridian/demo/people';
import { createPublicClient, type Stream } from '@meridian/demo/public-client';
import { marketRoutes, placeWatches, startSearches } from './background.ts';
import { summary } from './figures.ts';
import { changePrice, publishWatchedFlight, type WatchedFlight } from './watched-flight.ts';

export type PriceChangeOptions = Readonly<{ url: string; changes: number; watches: number; searches: number }>;

type Alert = Readonly<{ observedAt: string; listing: Readonly<{ title: string; availability: readonly unknown[] }> }>;
type Message = Readonly<{ priceWatchTriggered: Readonly<{ __typename: string; alert: Alert }> }>;

const alertsSubscription = /* GraphQL */ `
  subscription Alerts {
    priceWatchTriggered {
      __typename
      ... on PriceWatchTriggered {
        alert { observedAt listing { ... on Flight { title availability { remaining } } } }
      }
    }
  }`;

/** An account may hold so many watches; more people share the load. */
const watchesPerPerson = 50;

/**
 * Measures a price drop's way from its commit (the event's time, `observedAt`) to a websocket client whose selection spans deals,
 * listings and bookings, while other watches stand and searches run. Prints order statistics; asserts nothing.
 */
export async function measurePriceChanges(options: PriceChangeOptions): Promise<void> {
  const address = options.url.replace(/\/$/, '');
  const [owner, traveler] = [await join(address, 'OWNER'), await join(address, 'TRAVELER')];
  const routes = await marketRoutes(createPublicClient(address));
  const crowd = await joinMany(address, Math.ceil(options.watches / watchesPerPerson));
  console.log(`${await placeWatches(crowd, routes, options.watches)} watches stand beside the measured one.`);
  const flight = await publishWatchedFlight(owner, traveler);
  const searches = startSearches(createPublicClient(address), routes, options.searches);
  const alerts = await traveler.client.subscribe<Message>(alertsSubscription);
  try {
    const delays = await measure({ owner, flight, alerts }, options.changes);
    console.log(summary('commit to websocket', delays));
  } finally {
    await alerts.close();
    console.log(summary(`searches, ${options.searches}/s`, searches.stop()));
  }
}

type Measured = Readonly<{ owner: Person; flight: WatchedFlight; alerts: Stream<Message> }>;

/** Each drop below the threshold is followed by a recovery above it, which re-arms the watch. */
async function measure({ owner, flight, alerts }: Measured, changes: number): Promise<number[]> {
  const delays: number[] = [];
  let { version } = flight;
  for (let change = 0; change < changes; change += 1) {
    version = await changePrice(owner, { ...flight, version }, '150.00');
    const { priceWatchTriggered } = await alerts.next();
    delays.push(Date.now() - Date.parse(priceWatchTriggered.alert.observedAt));
    if (!priceWatchTriggered.alert.listing.title) throw new Error('An alert came without its listing.');
    version = await changePrice(owner, { ...flight, version }, '300.00');
  }
  return delays;
}

const join = (address: string, accountType: 'OWNER' | 'TRAVELER'): Promise<Person> =>
  signUp(address, {
    email: `bench-${randomUUID()}@meridian.example`,
    password: randomUUID(),
    displayName: 'Bench',
    accountType,
  });

async function joinMany(address: string, count: number): Promise<Person[]> {
  const people: Person[] = [];
  for (let index = 0; index < count; index += 1) people.push(await join(address, 'TRAVELER'));
  return people;
}
