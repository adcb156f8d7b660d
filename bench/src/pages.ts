import { createPublicClient } from '@meridian/demo/public-client';
import { median } from './figures.ts';
import { type AuditedPage, type Figures, runLighthouse } from './lighthouse.ts';

export type PagesOptions = Readonly<{ url: string; runs: number }>;

const addressesQuery = /* GraphQL */ `
  {
    from: places(search: "JFK") { id }
    to: places(search: "LHR") { id }
    city: places(search: "Paris") { id }
  }`;

const listingsQuery = /* GraphQL */ `
  query Listings($from: ID!, $to: ID!, $city: ID!) {
    flights: searchFlights(input: { origin: $from, destination: $to }, first: 1) { edges { node { id } } }
    stays: searchStays(input: { place: $city }, first: 1) { edges { node { id } } }
  }`;

type Places = Record<'from' | 'to' | 'city', readonly Readonly<{ id: string }>[]>;
type Listings = Record<
  'flights' | 'stays',
  Readonly<{ edges: readonly Readonly<{ node: Readonly<{ id: string }> }>[] }>
>;

const firstOf = <Item>(items: readonly Item[], what: string): Item => {
  const [first] = items;
  if (first === undefined) throw new Error(`The server has no ${what}. Start it with the demo market.`);
  return first;
};

/** The pages that a traveler comes to first, with a search and listings that the server has. */
async function pagesOf(address: string): Promise<readonly AuditedPage[]> {
  const client = createPublicClient(address);
  const places = await client.run<Places>(addressesQuery);
  const [from, to, city] = [
    firstOf(places.from, 'JFK').id,
    firstOf(places.to, 'LHR').id,
    firstOf(places.city, 'Paris').id,
  ];
  const { flights, stays } = await client.run<Listings>(listingsQuery, { from, to, city });
  return [
    { name: 'home', url: `${address}/` },
    { name: 'results, flights', url: `${address}/flights?from=${from}&to=${to}` },
    { name: 'results, stays', url: `${address}/stays?place=${city}` },
    { name: 'details, flight', url: `${address}/flights/${firstOf(flights.edges, 'flight').node.id}` },
    { name: 'details, stay', url: `${address}/stays/${firstOf(stays.edges, 'stay').node.id}` },
  ];
}

const columns = [
  ['performance', (of) => of.performance],
  ['accessibility', (of) => of.accessibility],
  ['best practices', (of) => of.bestPractices],
  ['FCP ms', (of) => of.firstContentInMs],
  ['LCP ms', (of) => of.largestContentInMs],
  ['TBT ms', (of) => of.blockingInMs],
  ['CLS', (of) => of.layoutShift],
  ['scripts kB', (of) => of.scriptsInKilobytes],
] as const satisfies readonly (readonly [string, (of: Figures) => number])[];

/**
 * Audits the traveler's first pages with Lighthouse's mobile preset and simulated throttling, and prints the median of each figure.
 * Quiet the machine before: the simulation starts from what the pages cost on it. Asserts nothing.
 */
export async function measurePages({ url, runs }: PagesOptions): Promise<void> {
  const pages = await pagesOf(url.replace(/\/$/, ''));
  console.log(`Medians of ${runs} runs each:`);
  console.log(['page', ...columns.map(([name]) => name)].join(' | '));
  for (const page of pages) {
    const samples: Figures[] = [];
    for (let run = 0; run < runs; run += 1) samples.push(await runLighthouse(page));
    console.log([page.name, ...columns.map(([, figure]) => median(samples.map(figure)))].join(' | '));
  }
}
