import type { SqlValue } from '@meridian/platform/sql/sql-database';
import type { Snapshot } from '../domain/listing-facts.ts';
import type { Amount, PriceWatch, WatchTarget } from '../domain/price-watch.ts';
import { type SavedSearch, searchIdOf, searchKeyOf } from '../domain/saved-search.ts';
import type { Phase } from '../domain/watch.ts';

/** A row of `price_watches`, as SQL and Prisma return it; Prisma counts in `bigint`. */
export type WatchRow = Readonly<{
  id: string;
  user_id: string;
  listing_id: string | null;
  search: string | null;
  threshold_minor: number | bigint | null;
  threshold_currency: string | null;
  stock_below: number | bigint | null;
  price_phase: string;
  price_lowest: number | bigint | null;
  stock_phase: string;
  stock_lowest: number | bigint | null;
  last_price_minor: number | bigint | null;
  last_price_currency: string | null;
  last_stock: number | bigint | null;
  snapshot: string | null;
  created_at: number | bigint;
  effective_at: number | bigint;
  starts_behind: number | bigint;
  version: number | bigint;
}>;

/** A number of a row, whichever way the driver counts. */
export const numberOf = (value: number | bigint | null): number | null => (value === null ? null : Number(value));

/** An amount of two columns, null unless both are there. */
export const amountOf = (minor: number | bigint | null, currency: string | null): Amount | null =>
  minor === null || currency === null ? null : { minor: Number(minor), currency };

function targetOf(row: WatchRow): WatchTarget {
  return row.search === null
    ? { kind: 'LISTING', listingId: row.listing_id ?? '' }
    : { kind: 'SEARCH', search: JSON.parse(row.search) as SavedSearch };
}

/** A row as the domain knows it. */
export const toWatch = (row: WatchRow): PriceWatch => ({
  id: row.id,
  userId: row.user_id,
  target: targetOf(row),
  threshold: amountOf(row.threshold_minor, row.threshold_currency),
  stockBelow: numberOf(row.stock_below),
  price: { phase: row.price_phase as Phase, lowest: numberOf(row.price_lowest) },
  stock: { phase: row.stock_phase as Phase, lowest: numberOf(row.stock_lowest) },
  lastPrice: amountOf(row.last_price_minor, row.last_price_currency),
  lastStock: numberOf(row.last_stock),
  snapshot: row.snapshot === null ? null : (JSON.parse(row.snapshot) as Snapshot),
  createdAt: Number(row.created_at),
  effectiveAt: Number(row.effective_at),
  startsBehind: Number(row.starts_behind),
  version: Number(row.version),
});

/** Columns that change during a watch's life, in the order of {@link changingValues}. */
export const changingColumns = [
  'threshold_minor',
  'threshold_currency',
  'stock_below',
  'price_phase',
  'price_lowest',
  'stock_phase',
  'stock_lowest',
  'last_price_minor',
  'last_price_currency',
  'last_stock',
  'snapshot',
  'effective_at',
  'starts_behind',
  'version',
] as const;

/** What changes during a watch's life, in the order of {@link changingColumns}. */
export const changingValues = (watch: PriceWatch): SqlValue[] => [
  watch.threshold?.minor ?? null,
  watch.threshold?.currency ?? null,
  watch.stockBelow,
  watch.price.phase,
  watch.price.lowest,
  watch.stock.phase,
  watch.stock.lowest,
  watch.lastPrice?.minor ?? null,
  watch.lastPrice?.currency ?? null,
  watch.lastStock,
  watch.snapshot === null ? null : JSON.stringify(watch.snapshot),
  watch.effectiveAt,
  watch.startsBehind,
  watch.version,
];

const searchValues = (search: SavedSearch): SqlValue[] => [
  searchKeyOf(search),
  searchIdOf(search),
  JSON.stringify(search),
];

/** Columns that stay, in the order of {@link lastingValues}. */
export const lastingColumns = [
  'id',
  'user_id',
  'target',
  'listing_id',
  'search_key',
  'search_id',
  'search',
  'created_at',
] as const;

/** What stays of a watch, in the order of {@link lastingColumns}. */
export const lastingValues = ({ id, userId, target, createdAt }: PriceWatch): SqlValue[] =>
  target.kind === 'LISTING'
    ? [id, userId, target.kind, target.listingId, null, null, null, createdAt]
    : [id, userId, target.kind, null, ...searchValues(target.search), createdAt];
