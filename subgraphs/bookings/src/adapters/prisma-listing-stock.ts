import type { LocalDate } from '@meridian/platform/values/local-date';
import type { PrismaClient } from '../generated/sqlite/client.ts';
import type { ListingStock } from '../ports/booking-reader.ts';
import { toCapacity } from './sql/rows.ts';

type Range = Readonly<{ from: LocalDate; until: LocalDate }>;
type NamedResource = Readonly<{ resource: string; label: string }>;

async function rowsOf(prisma: PrismaClient, resources: readonly string[], range: Range) {
  const resource = { in: [...resources] };
  const slot = { gte: range.from, lt: range.until };
  const [capacities, counts, buckets] = await Promise.all([
    prisma.capacity.findMany({ where: { resource } }),
    prisma.stock.findMany({ where: { resource, slot } }),
    prisma.bucketStock.findMany({ where: { resource, slot } }),
  ]);
  return { capacities: new Map(capacities.map((row) => [row.resource, toCapacity(row)])), counts, buckets };
}

/**
 * Reads what is known of some listings' stock: one row per resource and one per touched slot, in four statements for any number
 * of listings.
 */
export async function readListingStock(
  prisma: PrismaClient,
  listingIds: readonly string[],
  range: Range,
): Promise<ReadonlyMap<string, ListingStock>> {
  const known = await prisma.knownListing.findMany({ where: { id: { in: [...listingIds] } } });
  const named = new Map(known.map((row) => [row.id, JSON.parse(row.resources) as NamedResource[]]));
  const all = [...new Set([...named.values()].flat().map(({ resource }) => resource))];
  const { capacities, counts, buckets } = await rowsOf(prisma, all, range);
  return new Map(
    known.map((row) => {
      const own = named.get(row.id) ?? [];
      const names = new Set(own.map(({ resource }) => resource));
      const stock: ListingStock = {
        resources: own.flatMap(({ resource, label }) => {
          const capacity = capacities.get(resource);
          return capacity ? [{ capacity, label }] : [];
        }),
        bucketLimits: JSON.parse(row.bucketLimits) as Record<string, number>,
        bucketCabins: JSON.parse(row.bucketCabins) as Record<string, string>,
        counts: counts.filter((count) => names.has(count.resource)),
        bucketsTaken: buckets.filter((bucket) => names.has(bucket.resource)),
      };
      return [row.id, stock];
    }),
  );
}
