import * as documents from '../documents.ts';
import { expectType, type Person } from '../people.ts';
import type { Steps } from '../steps.ts';

/** The flight that the journey is about: one seat, published by the owner. */
export type PublishedFlight = Readonly<{
  id: string;
  version: number;
  title: string;
  origin: string;
  destination: string;
  date: string;
}>;

type RouteAnswer = Readonly<{
  routes: Readonly<{
    edges: readonly Readonly<{
      node: Readonly<{ carrier: { code: string }; origin: { code: string }; destination: { code: string } }>;
    }>[];
  }>;
}>;

/** The price of the one seat, per traveler, before taxes. */
export const fareOf = (price: string) => ({
  key: 'economy-flex',
  name: 'Economy Flex',
  cabin: 'ECONOMY',
  price,
  taxes: '20.00',
  refundable: true,
  changeable: true,
  seats: 1,
});

/** Publishes a flight with one seat for 300 USD on a route that exists in the market. */
export async function publishFlight(seller: Person, steps: Steps, date: string): Promise<PublishedFlight> {
  const route = await steps.run(
    'find a route',
    () => findRoute(seller),
    (found) => `${found.origin} to ${found.destination}`,
  );
  const create = async () => {
    const { createFlight } = await seller.client.run<{
      createFlight: Readonly<{ __typename: string; message?: string; id: string; version: number; title: string }>;
    }>(documents.createFlight, { input: flightInput(route, date) });
    return expectType(createFlight, 'Flight');
  };
  const flight = await steps.run('publish a flight with one seat', create, (created) => created.title);
  return { id: flight.id, version: flight.version, title: flight.title, ...route, date };
}

async function findRoute(seller: Person) {
  const { routes } = await seller.client.run<RouteAnswer>(documents.someRoute);
  const route = routes.edges[0]?.node;
  if (route === undefined) throw new Error('The market has no routes. Start Meridian with its demo market.');
  return { carrier: route.carrier.code, origin: route.origin.code, destination: route.destination.code };
}

function flightInput(route: Readonly<{ carrier: string; origin: string; destination: string }>, date: string) {
  const flightNumber = String(1000 + Math.floor(Math.random() * 8999));
  const segment = {
    ...route,
    flightNumber,
    departsAt: `${date}T08:00`,
    arrivesAt: `${nextDay(date)}T12:00`,
    seats: [{ cabin: 'ECONOMY', capacity: 1 }],
  };
  return { segments: [segment], fares: [fareOf('300.00')], currency: 'USD' };
}

/** Far enough that the flight arrives after it has departed, whatever the zones. */
const nextDay = (date: string): string => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
