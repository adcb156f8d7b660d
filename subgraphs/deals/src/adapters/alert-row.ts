import type { SqlValue } from '@meridian/platform/sql/sql-database';
import type { Snapshot } from '../domain/listing-facts.ts';
import type { Alert, AlertReason } from '../domain/price-watch.ts';
import { amountOf, numberOf } from './watch-row.ts';

/** A row of `alerts`, as SQL and Prisma return it; Prisma counts in `bigint`. */
export type AlertRow = Readonly<{
  id: string;
  user_id: string;
  sequence: number | bigint;
  watch_id: string;
  listing_id: string;
  snapshot: string;
  reason: string;
  price_minor: number | bigint;
  currency: string;
  previous_price_minor: number | bigint | null;
  previous_currency: string | null;
  stock: number | bigint | null;
  observed_at: number | bigint;
  detected_at: number | bigint;
  delivered_at: number | bigint | null;
  read_at: number | bigint | null;
}>;

/** A row as the domain knows it. */
export const toAlert = (row: AlertRow): Alert => ({
  id: row.id,
  userId: row.user_id,
  sequence: Number(row.sequence),
  watchId: row.watch_id,
  listingId: row.listing_id,
  snapshot: JSON.parse(row.snapshot) as Snapshot,
  reason: row.reason as AlertReason,
  price: { minor: Number(row.price_minor), currency: row.currency },
  previousPrice: amountOf(row.previous_price_minor, row.previous_currency),
  stock: numberOf(row.stock),
  observedAt: Number(row.observed_at),
  detectedAt: Number(row.detected_at),
  deliveredAt: numberOf(row.delivered_at),
  readAt: numberOf(row.read_at),
});

/** All columns, in the order of {@link alertValues}. */
export const alertColumns = [
  'id',
  'user_id',
  'sequence',
  'watch_id',
  'listing_id',
  'snapshot',
  'reason',
  'price_minor',
  'currency',
  'previous_price_minor',
  'previous_currency',
  'stock',
  'observed_at',
  'detected_at',
  'delivered_at',
  'read_at',
] as const;

/** An alert as its row has it, in the order of {@link alertColumns}. */
export const alertValues = (alert: Alert): SqlValue[] => [
  alert.id,
  alert.userId,
  alert.sequence,
  alert.watchId,
  alert.listingId,
  JSON.stringify(alert.snapshot),
  alert.reason,
  alert.price.minor,
  alert.price.currency,
  alert.previousPrice?.minor ?? null,
  alert.previousPrice?.currency ?? null,
  alert.stock,
  alert.observedAt,
  alert.detectedAt,
  alert.deliveredAt,
  alert.readAt,
];
