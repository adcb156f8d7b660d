import * as documents from '../documents.ts';
import { eventually } from '../eventually.ts';
import { expectType, type Person } from '../people.ts';
import type { Stream } from '../public-client.ts';
import type { Steps } from '../steps.ts';
import { fareOf, type PublishedFlight } from './flight.ts';

type Money = Readonly<{ amount: string; currency: string }>;
type SearchAnswer = Readonly<{
  searchFlights: Readonly<{
    totalCount: number;
    edges: readonly Readonly<{ total: Money; node: Readonly<{ id: string; title: string }> }>[];
  }>;
}>;
type AlertAnswer = Readonly<{
  priceWatchTriggered: Readonly<{
    __typename: string;
    alert: Readonly<{ price: Money; observedAt: string; listing: Readonly<{ id: string; title: string }> }>;
  }>;
}>;

/** Finds the flight by searching, and watches its price. */
export async function searchAndWatch(traveler: Person, steps: Steps, flight: PublishedFlight): Promise<void> {
  await steps.run(
    'search until it is found',
    () => find(traveler, flight),
    ({ count, total }) => `${count} flights; ours costs ${total.amount} ${total.currency} in all`,
  );
  const watch = async () => {
    const { createPriceWatch } = await traveler.client.run<{
      createPriceWatch: Readonly<{ __typename: string; message?: string; id: string }>;
    }>(documents.createPriceWatch, {
      input: { listingId: flight.id, threshold: { amount: '250.00', currency: 'USD' } },
    });
    return expectType(createPriceWatch, 'PriceWatch');
  };
  await steps.run(
    'watch its price: below 250 USD',
    () => eventually(watch),
    (created) => created.id,
  );
}

async function find(traveler: Person, flight: PublishedFlight) {
  const { origin, destination, date } = flight;
  return eventually(async () => {
    const { searchFlights } = await traveler.client.run<SearchAnswer>(documents.searchFlights, {
      input: { origin, destination, date },
    });
    const edge = searchFlights.edges.find(({ node }) => node.id === flight.id);
    if (edge === undefined) throw new Error('The new flight is not among the results.');
    return { count: searchFlights.totalCount, total: edge.total };
  });
}

/** Opens the stream behind what the inbox has so far: an alert that is faster than the subscription is told as well. */
async function openAlerts({ client }: Person): Promise<Stream<AlertAnswer>> {
  const { me } = await client.run<{ me: Readonly<{ alerts: Readonly<{ streamCursor: string }> }> }>(
    documents.alertsSoFar,
  );
  return client.subscribe<AlertAnswer>(documents.priceWatchTriggered, { after: me.alerts.streamCursor });
}

/** Lowers the price as the owner and waits for the alert on the traveler's websocket. */
export async function alertAfterPriceDrop(
  people: Readonly<{ traveler: Person; seller: Person; flight: PublishedFlight; steps: Steps }>,
): Promise<void> {
  const { traveler, seller, flight, steps } = people;
  const open = () => openAlerts(traveler);
  const stream = await steps.run('open the websocket', open, () => 'subscribed to priceWatchTriggered');
  try {
    await steps.run(
      'lower the price to 199 USD',
      () => lowerPrice(seller, flight),
      (price) => `from ${price.amount} ${price.currency}`,
    );
    await steps.run(
      'receive the alert',
      () => receive(stream),
      (alert) => describe(alert),
    );
  } finally {
    await stream.close();
  }
}

async function lowerPrice(seller: Person, flight: PublishedFlight): Promise<Money> {
  const { updateFlight } = await seller.client.run<{
    updateFlight: Readonly<{ __typename: string; message?: string; fromPrice: Money }>;
  }>(documents.updateFlight, {
    input: { id: flight.id, expectedVersion: flight.version, fares: [fareOf('199.00')] },
  });
  return expectType(updateFlight, 'Flight').fromPrice;
}

async function receive(stream: Stream<AlertAnswer>) {
  const { priceWatchTriggered } = await stream.next();
  return { ...expectType(priceWatchTriggered, 'PriceWatchTriggered').alert, receivedAt: Date.now() };
}

const describe = (alert: AlertAnswer['priceWatchTriggered']['alert'] & Readonly<{ receivedAt: number }>) =>
  `${alert.listing.title} now ${alert.price.amount} ${alert.price.currency}, ` +
  `${alert.receivedAt - Date.parse(alert.observedAt)} ms after the owner's commit`;
