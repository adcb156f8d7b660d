import type { ListingsIntake, PriceIntake, RowOutcome } from '@meridian/schema/contracts/intake';
import { type DemoAccount, demoAccounts } from './accounts.ts';
import { addDays, datesBetween } from './local-days.ts';
import { createMarket, type Market } from './market.ts';

/** How far ahead of today the market reaches, and how far its price history goes back, in days. */
export const horizonInDays = 60;
export const historyInDays = 90;

const batchSize = 500;
/** Sixty nights come with a stay, so fewer stays make a batch. */
const staysPerBatch = 50;
const markerKey = 'demo-market';
/** Raise it when what is not bound to a date changes (stays, cars, reviews): it is then written again. */
const version = 1;

/** How far the market has got: both dates are complete. Kept with the listings, so that a copied data folder knows it too. */
type Marker = Readonly<{ version: number; until: string; historyUntil: string }>;

export type SeedProgress = Readonly<{ stage: string; done: number; total: number }>;

export type SeedDeps = Readonly<{
  listings: ListingsIntake;
  prices: PriceIntake;
  /** Creates the account unless it exists, and answers with its user id. */
  ensureAccount: (account: DemoAccount) => Promise<string>;
  clock: Readonly<{ now: () => number }>;
  onProgress?: (progress: SeedProgress) => void;
}>;

/** What was done. `written` counts records that were new or changed; 0 when the market was complete. */
export type SeedReport = Readonly<{ written: number; until: string }>;

const countWritten = (outcomes: readonly RowOutcome[]): number => {
  for (const outcome of outcomes) {
    if (typeof outcome === 'object') throw new Error(`the demo market was refused: ${outcome.skipped}`);
  }
  return outcomes.filter((outcome) => outcome !== 'unchanged').length;
};

type Supply<Item> = Readonly<{
  stage: string;
  items: readonly Item[];
  size?: number;
  write: (batch: readonly Item[]) => Promise<readonly RowOutcome[]>;
}>;

/** Writes in batches, one after the other: each is a write transaction, and they would only wait for one another. */
const createFeed = (onProgress: SeedDeps['onProgress']) => {
  let written = 0;
  const feed = async <Item>({ stage, items, size = batchSize, write }: Supply<Item>): Promise<void> => {
    for (let from = 0; from < items.length; from += size) {
      written += countWritten(await write(items.slice(from, from + size)));
      onProgress?.({ stage, done: Math.min(from + size, items.length), total: items.length });
    }
  };
  return { feed, written: () => written };
};

type Feed = ReturnType<typeof createFeed>['feed'];
type Work = Readonly<{ deps: SeedDeps; market: Market; feed: Feed; today: string; marker: Marker | undefined }>;

const later = (a: string, b: string): string => (a > b ? a : b);

/** Price history comes first: a listing is judged against it in the moment in which it is published. */
const seedHistory = async ({ deps, market, feed, today, marker }: Work): Promise<void> => {
  const yesterday = addDays(today, -1);
  const start = addDays(today, -historyInDays);
  const from = marker === undefined ? start : later(start, addDays(marker.historyUntil, 1));
  const items = datesBetween(from, yesterday).flatMap((date) => market.observationsOn(date));
  await feed({ stage: 'price history', items, write: (batch) => deps.prices.recordObservations(batch) });
};

const seedPlaces = async ({ deps: { listings }, market, feed }: Work): Promise<void> => {
  await feed({ stage: 'airports', items: market.airports, write: (batch) => listings.upsertAirports(batch) });
  await feed({ stage: 'airlines', items: market.airlines, write: (batch) => listings.upsertAirlines(batch) });
  await feed({ stage: 'routes', items: market.routes, write: (batch) => listings.upsertRoutes(batch) });
};

const seedListings = async ({ deps: { listings }, market, feed }: Work): Promise<void> => {
  await feed({ stage: 'stays', items: market.stays, write: (batch) => listings.upsertStays(batch) });
  await feed({ stage: 'cars', items: market.cars, write: (batch) => listings.upsertCars(batch) });
  await feed({ stage: 'reviews', items: market.reviews, write: (batch) => listings.upsertReviews(batch) });
};

/** Nights and flights of the days that are missing. What exists is left alone: owners may have changed its price. */
const seedDays = async ({ deps: { listings }, market, feed, today, marker }: Work): Promise<void> => {
  const from = later(addDays(today, 1), marker === undefined ? today : addDays(marker.until, 1));
  const dates = datesBetween(from, addDays(today, horizonInDays));
  if (dates.length === 0) return;
  const nights = market.nightsBetween(from, addDays(today, horizonInDays));
  await feed({
    stage: 'nights',
    items: nights,
    size: staysPerBatch,
    write: async (batch) => (await listings.upsertStayNights(batch)).flat(),
  });
  const items = dates.flatMap((date) => market.flightsOn(date, today));
  await feed({ stage: 'flights', items, write: (batch) => listings.upsertFlights(batch) });
};

const readMarker = async (listings: ListingsIntake): Promise<Marker | undefined> => {
  const text = await listings.state.get(markerKey);
  return text === undefined ? undefined : (JSON.parse(text) as Marker);
};

/**
 * Brings the demo market to today: writes all of it the first time, and afterwards the days that are missing. Killed and called
 * again it ends with the same data, because every record has a source key and the marker is written last.
 */
export const seedMarket = async (deps: SeedDeps): Promise<SeedReport> => {
  const today = new Date(deps.clock.now()).toISOString().slice(0, 10);
  const until = addDays(today, horizonInDays);
  const stored = await readMarker(deps.listings);
  if (stored?.version === version && stored.until >= until) return { written: 0, until: stored.until };
  const userIds = new Map<string, string>();
  for (const account of demoAccounts) userIds.set(account.key, await deps.ensureAccount(account));
  const market = await createMarket(userIds.get('owner') ?? '');
  const { feed, written } = createFeed(deps.onProgress);
  const work: Work = { deps, market, feed, today, marker: stored };
  await seedHistory(work);
  if (stored?.version !== version) {
    await seedPlaces(work);
    await seedListings(work);
  }
  await seedDays(work);
  const marker: Marker = { version, until, historyUntil: addDays(today, -1) };
  await deps.listings.state.put(markerKey, JSON.stringify(marker));
  return { written: written(), until };
};
