import { selectIn } from '@meridian/platform/sql/select-in';
import type { SqlExecutor } from '@meridian/platform/sql/sql-database';
import type { LocalDate } from '@meridian/platform/values/local-date';
import type { SlotCount } from '../../domain/inventory.ts';
import type { ListingStock } from '../../ports/booking-reader.ts';
import { type CapacityRow, toCapacity } from './rows.ts';

type Range = Readonly<{ from: LocalDate; until: LocalDate }>;
type KnownRow = Readonly<{ id: string; resources: string; bucketLimits: string; bucketCabins: string }>;
type BucketRow = ListingStock['bucketsTaken'][number];

const knownListings = `SELECT id, resources, bucket_limits AS "bucketLimits",
  bucket_cabins AS "bucketCabins" FROM known_listing WHERE id IN (…)`;
const capacities = `SELECT resource, units, open_from AS "openFrom",
  open_until AS "openUntil", day_units AS "dayUnits" FROM capacity WHERE resource IN (…)`;
const counts = `SELECT resource, slot, capacity, held, sold, version FROM stock
  WHERE resource IN (…) AND slot >= ? AND slot < ?`;
const buckets = `SELECT resource, slot, bucket, taken FROM bucket_stock
  WHERE resource IN (…) AND slot >= ? AND slot < ?`;

const byResource = <Row extends Readonly<{ resource: string }>>(rows: readonly Row[]): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.resource, [...(groups.get(row.resource) ?? []), row]);
  return groups;
};

async function rowsOf(sql: SqlExecutor, values: readonly string[], range: Range) {
  const after = [range.from, range.until];
  const capacityRows = await selectIn<CapacityRow>(sql, capacities, { values });
  return {
    capacities: new Map(capacityRows.map((row) => [row.resource, toCapacity(row)])),
    counts: byResource(await selectIn<SlotCount>(sql, counts, { values, after })),
    buckets: byResource(await selectIn<BucketRow>(sql, buckets, { values, after })),
  };
}

/**
 * Reads what is known of some listings' stock: one row per resource and one per touched slot, in four statements for a page of
 * listings. By hand, not through Prisma: every search result may ask for it, and Prisma adds milliseconds to each.
 */
export async function readListingStock(
  sql: SqlExecutor,
  listingIds: readonly string[],
  range: Range,
): Promise<ReadonlyMap<string, ListingStock>> {
  const known = await selectIn<KnownRow>(sql, knownListings, { values: listingIds });
  const named = known.map((row) => ({ row, own: JSON.parse(row.resources) as { resource: string; label: string }[] }));
  const names = [...new Set(named.flatMap(({ own }) => own.map(({ resource }) => resource)))];
  const found = await rowsOf(sql, names, range);
  return new Map(
    named.map(({ row, own }) => [
      row.id,
      {
        resources: own.flatMap(({ resource, label }) => {
          const capacity = found.capacities.get(resource);
          return capacity ? [{ capacity, label }] : [];
        }),
        bucketLimits: JSON.parse(row.bucketLimits) as Record<string, number>,
        bucketCabins: JSON.parse(row.bucketCabins) as Record<string, string>,
        counts: own.flatMap(({ resource }) => found.counts.get(resource) ?? []),
        bucketsTaken: own.flatMap(({ resource }) => found.buckets.get(resource) ?? []),
      },
    ]),
  );
}
