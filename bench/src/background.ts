import type { Person } from '@meridian/demo/people';
import type { PublicClient } from '@meridian/demo/public-client';

type Route = Readonly<{ origin: string; destination: string }>;

const routesQuery = /* GraphQL */ `
  query Routes { routes(first: 100) { edges { node { origin { code } destination { code } } } } }`;

const searchQuery = /* GraphQL */ `
  query Search($input: FlightSearchInput!) {
    searchFlights(input: $input, first: 20) {
      totalCount
      facets { stops { value count } carriers { value count } }
      edges { total { amount } node { id title departsAt arrivesAt stops } }
    }
  }`;

const watchMutation = /* GraphQL */ `
  mutation Watch($input: CreatePriceWatchInput!) {
    createPriceWatch(input: $input) { __typename ... on UserError { message } }
  }`;

/** Routes of the market, to search on. */
export async function marketRoutes(client: PublicClient): Promise<Route[]> {
  const { routes } = await client.run<{
    routes: { edges: { node: { origin: { code: string }; destination: { code: string } } }[] };
  }>(routesQuery);
  return routes.edges.map(({ node }) => ({ origin: node.origin.code, destination: node.destination.code }));
}

/** Puts `count` watches on flights of the market, spread over the given people. */
export async function placeWatches(
  people: readonly Person[],
  routes: readonly Route[],
  count: number,
): Promise<number> {
  let placed = 0;
  for (const [index, person] of people.entries()) {
    const share = Math.ceil((count - placed) / (people.length - index));
    for (let watch = 0; watch < share; watch += 1) {
      const route = routes[(placed + watch) % routes.length];
      const answer = await person.client.run<{ createPriceWatch: { __typename: string; message?: string } }>(
        watchMutation,
        {
          input: {
            search: { kind: 'FLIGHT', ...route },
            // Each of a person's watches has a limit of its own: the same one twice is refused.
            threshold: { amount: (1 + watch / 10).toFixed(2), currency: 'USD' },
          },
        },
      );
      if (answer.createPriceWatch.__typename !== 'PriceWatch') throw new Error(answer.createPriceWatch.message);
    }
    placed += share;
  }
  return placed;
}

/** Runs searches at a steady rate until it is stopped. Answers how long each took, in milliseconds. */
export function startSearches(client: PublicClient, routes: readonly Route[], perSecond: number) {
  const tookInMs: number[] = [];
  let next = 0;
  let running = 0;
  const timer = setInterval(() => {
    const route = routes[next++ % routes.length];
    const days = 5 + (next % 50);
    const date = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const begin = performance.now();
    running += 1;
    client
      .run(searchQuery, { input: { ...route, date } })
      .then(() => tookInMs.push(performance.now() - begin))
      .catch((error: unknown) => console.error(`A search failed: ${String(error)}`))
      .finally(() => (running -= 1));
  }, 1000 / perSecond);
  return {
    stop(): readonly number[] {
      clearInterval(timer);
      return tookInMs;
    },
    running: () => running,
  };
}
