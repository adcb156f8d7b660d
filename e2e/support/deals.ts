import { setTimeout as pause } from 'node:timers/promises';
import { at, listAt, type Node, textAt } from './api.ts';
import { inDays, route } from './inputs.ts';
import { type Person, signInAs } from './people.ts';

const candidates = /* GraphQL */ `
  query Candidates($input: FlightSearchInput!) {
    searchFlights(input: $input, first: 30) {
      edges { node { id version fares { id name cabin price { amount } seatsOffered } } }
    }
  }`;

const update = /* GraphQL */ `
  mutation Cheaper($input: UpdateFlightInput!) {
    updateFlight(input: $input) { __typename ... on UserError { message } }
  }`;

/** Long enough for a deal to be found, published and pushed on a busy machine. */
const betweenDealsInMs = 1000;

/**
 * Makes flights much too cheap, one after the other, until something has happened. One would do, but nobody tells when a
 * subscription has begun to listen.
 *
 * @param address the server's root; @param happening what waits for a deal
 */
export async function whileDealsAreMade<Result>(address: string, happening: Promise<Result>): Promise<Result> {
  const owner = await signInAs(address, 'owner');
  const settled = { yet: false };
  const settle = () => {
    settled.yet = true;
  };
  happening.then(settle, settle);
  for (const flight of await flightsOf(owner)) {
    await makeCheap(owner, flight);
    await Promise.race([happening, pause(betweenDealsInMs)]);
    if (settled.yet) break;
  }
  if (!settled.yet) throw new Error('Nobody has heard of any deal.');
  return happening;
}

async function flightsOf({ api }: Person): Promise<readonly Node[]> {
  const input = { origin: route.origin, destination: route.destination, date: inDays(24) };
  const found = await api.read(candidates, { input });
  return listAt(found, 'searchFlights', 'edges').map((edge) => at(edge, 'node') as Node);
}

/** All fares at a third of their price. */
async function makeCheap({ api }: Person, flight: Node): Promise<void> {
  const fares = listAt(flight, 'fares').map((fare) => ({
    key: textAt(fare, 'id').split('.').at(-1),
    name: fare.name,
    cabin: fare.cabin,
    price: String(Math.max(1, Math.floor(Number(textAt(fare, 'price', 'amount')) / 3))),
    seats: fare.seatsOffered,
  }));
  const answer = await api.read(update, { input: { id: flight.id, expectedVersion: flight.version, fares } });
  if (textAt(answer, 'updateFlight', '__typename') !== 'Flight') throw new Error(JSON.stringify(answer));
}
