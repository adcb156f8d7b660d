import { addDays, daysBetween } from '@meridian/platform/values/local-date';
import type { ListingsIntake, PriceIntake, RowOutcome } from '@meridian/schema/contracts/intake';
import type { StayNightsRecord } from '@meridian/schema/contracts/stay-records';
import { type DemoAccount, demoAccounts } from './accounts.ts';
import { datesBetween, dayNumber } from './local-days.ts';
import { createMarket, type Market } from './market.ts';
import type { MarketSize } from './market-size.ts';

/** How far ahead of today the market reaches, and how far its price history goes back, in days. */
const horizonInDays = 60;
const historyInDays = 90;

const batchSize = 500;
/** Sixty nights come with a stay, so fewer stays make a batch. */
const staysPerBatch = 50;
const markerKey = 'demo-market';
/** Raise it when what is not bound to a date changes (stays, cars, reviews): it is then written again. */
const version = 2;

/** How far the market has got: both dates are complete. Kept with the listings, so that a copied data folder knows it too. */
type Marker = Readonly<{ version: number; until: string; historyUntil: string }>;

export type SeedProgress = Readonly<{ stage: string; done: number; total: number }>;

export type SeedDeps = Readonly<{
  listings: ListingsIntake;
  prices: PriceIntake;
  /** Creates the account unless it exists, and answers with its user id. */
  ensureAccount: (account: DemoAccount) => Promise<string>;
  clock: Readonly<{ now: () => number }>;
  /** `full` unless told otherwise. */
  size?: MarketSize;
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
  total: number;
  size?: number;
  /** Made while they are written, so that the whole market never stands in memory. */
  items: Iterable<Item>;
  write: (batch: readonly Item[]) => Promise<readonly RowOutcome[]>;
}>;

function* batchesOf<Item>(items: Iterable<Item>, size: number): Generator<Item[]> {
  let batch: Item[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function* perDate<Item>(dates: readonly string[], itemsOn: (date: string) => readonly Item[]): Generator<Item> {
  for (const date of dates) yield* itemsOn(date);
}

/** Writes in batches, one after the other: each is a write transaction, and they would only wait for one another. */
const createFeed = (onProgress: SeedDeps['onProgress']) => {
  let written = 0;
  const feed = async <Item>({ stage, total, items, size = batchSize, write }: Supply<Item>): Promise<void> => {
    let done = 0;
    for (const batch of batchesOf(items, size)) {
      written += countWritten(await write(batch));
      done += batch.length;
      // Totals are estimates: a stage is complete when it says so, never before.
      onProgress?.({ stage, done: Math.min(done, total - 1), total });
    }
    if (done > 0) onProgress?.({ stage, done: total, total });
  };
  const feedAll = <Item>(stage: string, items: readonly Item[], write: Supply<Item>['write']): Promise<void> =>
    feed({ stage, total: items.length, items, write });
  return { feed, feedAll, written: () => written };
};

type Work = Readonly<{
  deps: SeedDeps;
  market: Market;
  feeds: ReturnType<typeof createFeed>;
  today: string;
  marker: Marker | undefined;
}>;

const later = (a: string, b: string): string => (a > b ? a : b);

/** Of the older half of the history every second day is enough for charts; what prices are judged against is whole. */
const isKept = (date: string, today: string): boolean =>
  daysBetween(date, today) <= historyInDays / 2 || dayNumber(date) % 2 === 0;

/** Price history comes first: a listing is judged against it in the moment in which it is published. */
const seedHistory = async ({ deps, market, feeds, today, marker }: Work): Promise<void> => {
  const start = addDays(today, -historyInDays);
  const from = marker === undefined ? start : later(start, addDays(marker.historyUntil, 1));
  const dates = datesBetween(from, addDays(today, -1)).filter((date) => isKept(date, today));
  const total = dates.length * market.observationsOn(today).length;
  const items = perDate(dates, market.observationsOn);
  await feeds.feed({ stage: 'price history', total, items, write: (batch) => deps.prices.recordObservations(batch) });
};

const seedPlaces = async ({ deps: { listings }, market, feeds }: Work): Promise<void> => {
  await feeds.feedAll('airports', market.airports, (batch) => listings.upsertAirports(batch));
  await feeds.feedAll('airlines', market.airlines, (batch) => listings.upsertAirlines(batch));
  await feeds.feedAll('routes', market.routes, (batch) => listings.upsertRoutes(batch));
};

const seedListings = async ({ deps: { listings }, market, feeds }: Work): Promise<void> => {
  await feeds.feedAll('stays', market.stays, (batch) => listings.upsertStays(batch));
  await feeds.feedAll('cars', market.cars, (batch) => listings.upsertCars(batch));
  await feeds.feedAll('reviews', market.reviews, (batch) => listings.upsertReviews(batch));
};

/** Nights and flights of the days that are missing. What exists is left alone: owners may have changed its price. */
const seedDays = async ({ deps: { listings }, market, feeds, today, marker }: Work): Promise<void> => {
  const until = addDays(today, horizonInDays);
  const from = later(addDays(today, 1), marker === undefined ? today : addDays(marker.until, 1));
  const dates = datesBetween(from, until);
  if (dates.length === 0) return;
  const writeNights = async (batch: readonly StayNightsRecord[]) => (await listings.upsertStayNights(batch)).flat();
  const nights = market.nightsBetween(from, until);
  await feeds.feed({
    stage: 'nights',
    total: market.stays.length,
    size: staysPerBatch,
    items: nights,
    write: writeNights,
  });
  const total = dates.length * market.flightsOn(until, today).length;
  const items = perDate(dates, (date) => market.flightsOn(date, today));
  await feeds.feed({ stage: 'flights', total, items, write: (batch) => listings.upsertFlights(batch) });
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
  const market = await createMarket(userIds.get('owner') ?? '', deps.size);
  const feeds = createFeed(deps.onProgress);
  const work: Work = { deps, market, feeds, today, marker: stored };
  await seedHistory(work);
  if (stored?.version !== version) {
    await seedPlaces(work);
    await seedListings(work);
  }
  await seedDays(work);
  const marker: Marker = { version, until, historyUntil: addDays(today, -1) };
  await deps.listings.state.put(markerKey, JSON.stringify(marker));
  return { written: feeds.written(), until };
};
