import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '@meridian/demo/eventually';
import { openFoundation } from '@meridian/embedded/foundation';
import { createHost } from '@meridian/embedded/host';
import { openInProcessServices } from '@meridian/embedded/in-process-services';
import { runSeedProcess } from '@meridian/embedded/seed-process';
import type { Services } from '@meridian/embedded/services';
import { type SubgraphTransport, SubgraphUnavailable } from '@meridian/gateway/transports/subgraph-transport';
import { openDataFolder } from '@meridian/platform/config/data-folder';
import { silentLogger } from '@meridian/platform/observability/logger';
import { type Api, at, createApi, textAt } from '../support/api.ts';
import { inDays, oneAdult, route } from '../support/inputs.ts';
import { flightOffer } from '../support/offers.ts';
import { type Person, signInAs } from '../support/people.ts';

/** A whole Meridian in this process, on the small market, whose subgraphs can be taken away one by one. */
export interface World extends AsyncDisposable {
  readonly address: string;
  readonly traveler: Person;
  readonly admin: Person;
  readonly anonymous: Api;
  /** The names of the five subgraphs. */
  readonly subgraphs: readonly string[];
  /** Cuts the way to one subgraph, or to none. */
  takeDown(subgraph: string | undefined): void;
}

/** Refuses everything while `isDown` says so, as a transport does that reaches nobody. */
function breakable(transport: SubgraphTransport, isDown: () => boolean): SubgraphTransport {
  const refuse = () => new SubgraphUnavailable('taken down by the test');
  return {
    async execute(request, call) {
      if (isDown()) throw refuse();
      return transport.execute(request, call);
    },
    async *subscribe(request, call) {
      if (isDown()) throw refuse();
      yield* transport.subscribe(request, call);
    },
    isReachable: async (signal) => !isDown() && transport.isReachable(signal),
    close: () => transport.close(),
    [Symbol.asyncDispose]: () => transport.close(),
  };
}

/** Seeds the market and stops the clock afterwards, so that two answers to one question are equal. */
export async function openWorld(): Promise<World> {
  const data = await mkdtemp(join(tmpdir(), 'meridian-down-'));
  const time: { stoppedAt?: number } = {};
  const clock = { now: () => time.stoppedAt ?? Date.now() };
  const foundation = await openFoundation(await openDataFolder(data), { clock, logger: silentLogger });
  const services = await openInProcessServices(foundation);
  const state: { down?: string | undefined } = {};
  const host = await createHost(foundation, withBreakableTransports(services, state), {
    marketReadiness: () => ({ ready: true, reasons: [] }),
  });
  const { url: address } = await host.listen({ port: 0 });
  await services.start();
  await runSeedProcess({ data, market: 'small', onMessage: () => undefined, signal: new AbortController().signal });
  const people = { traveler: await signInAs(address, 'traveler'), admin: await signInAs(address, 'admin') };
  await giveTripsTo(people.traveler);
  await eventually(async () => {
    const { ready, reasons } = await services.readiness();
    if (!ready) throw new Error(reasons.join(' '));
  }, 60_000);
  time.stoppedAt = Date.now();
  return {
    address,
    ...people,
    anonymous: createApi(`${address}/public/graphql`),
    subgraphs: [...services.transports.keys()],
    takeDown: (subgraph) => {
      state.down = subgraph;
    },
    async [Symbol.asyncDispose]() {
      await host.close();
      await services.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}

const withBreakableTransports = (services: Services, state: Readonly<{ down?: string | undefined }>): Services => ({
  ...services,
  transports: new Map(
    [...services.transports].map(([name, transport]) => [name, breakable(transport, () => state.down === name)]),
  ),
});

/** A watch, a booking, and the alert about what is left: an account has something to show. */
async function giveTripsTo({ api }: Person): Promise<void> {
  const search =
    'query ($input: FlightSearchInput!) { searchFlights(input: $input, first: 1) { edges { node { id } } } }';
  const id = await eventually(async () => {
    const input = { origin: route.origin, destination: route.destination, date: inDays(20) };
    return textAt(await api.read(search, { input }), 'searchFlights', 'edges', 0, 'node', 'id');
  });
  const watch =
    'mutation ($input: CreatePriceWatchInput!) { createPriceWatch(input: $input) { ... on PriceWatch { id } } }';
  await eventually(async () =>
    at(await api.read(watch, { input: { listingId: id, stockBelow: 1000 } }), 'createPriceWatch', 'id'),
  );
  const book =
    'mutation ($input: CreateBookingInput!) { createBooking(input: $input) { __typename ... on Booking { id } } }';
  await eventually(async () => {
    const offers = [await flightOffer(api, id)];
    const input = { offers, travelers: oneAdult, paymentToken: 'tok_visa', idempotencyKey: randomUUID() };
    return at(await api.read(book, { input }), 'createBooking', 'id');
  });
  const alerts = '{ me { alerts(first: 1) { edges { node { id } } } } }';
  await eventually(async () => textAt(await api.read(alerts), 'me', 'alerts', 'edges', 0, 'node', 'id'));
}
