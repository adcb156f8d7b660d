import { selectIn } from '@meridian/platform/sql/select-in';
import type { SqlExecutor, SqlTransaction, SqlValue } from '@meridian/platform/sql/sql-database';
import type { ListingKind } from '../../domain/booking.ts';
import { capacityOn, type SlotCount } from '../../domain/inventory.ts';
import type { KnownListing, ListingIntake } from '../../ports/records.ts';
import { type CapacityRow, toCapacity } from './rows.ts';
import { storeShares } from './sql-capacity-shares.ts';

type ListingRow = Readonly<{
  id: string;
  version: number;
  kind: string;
  ownerId: string;
  isOpen: number;
  pricedVersion: number;
  bucketLimits: string;
}>;

const toKnownListing = (row: ListingRow): KnownListing => ({
  ...row,
  kind: row.kind as ListingKind,
  isOpen: row.isOpen === 1,
  bucketLimits: JSON.parse(row.bucketLimits) as Record<string, number>,
});

/** What is known of listings, by id. */
export async function findKnownListings(
  sql: SqlExecutor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KnownListing>> {
  const rows = await selectIn<ListingRow>(
    sql,
    `SELECT id, version, kind, owner_id AS "ownerId", is_open AS "isOpen", priced_version AS "pricedVersion",
       bucket_limits AS "bucketLimits"
     FROM known_listing WHERE id IN (…)`,
    { values: ids },
  );
  return new Map(rows.map((row) => [row.id, toKnownListing(row)]));
}

// Dialect: SQLite's ON CONFLICT … WHERE. An older version changes nothing.
const upsertListing = `INSERT INTO known_listing
    (id, version, kind, owner_id, is_open, priced_version, price_digest, bucket_limits, bucket_cabins, resources,
     changed_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET
    version = excluded.version, kind = excluded.kind, owner_id = excluded.owner_id, is_open = excluded.is_open,
    priced_version = CASE WHEN known_listing.price_digest = excluded.price_digest
      THEN known_listing.priced_version ELSE excluded.version END,
    price_digest = excluded.price_digest, bucket_limits = excluded.bucket_limits, bucket_cabins = excluded.bucket_cabins,
    resources = excluded.resources,
    changed_at = excluded.changed_at
  WHERE excluded.version > known_listing.version`;

/** The latest word on a resource counts, but for the units of one that listings share: see {@link storeShares}. */
const upsertCapacity = `INSERT INTO capacity
    (resource, listing_id, listing_version, is_shared, units, open_from, open_until, day_units, changed_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (resource) DO UPDATE SET
    listing_id = excluded.listing_id, listing_version = excluded.listing_version, units = excluded.units,
    open_from = excluded.open_from, open_until = excluded.open_until, day_units = excluded.day_units,
    changed_at = excluded.changed_at
  WHERE excluded.changed_at > capacity.changed_at
    OR (excluded.changed_at = capacity.changed_at AND excluded.listing_version >= capacity.listing_version)
    OR capacity.is_shared = 0`;

/** A room type that is no longer named, or all of them when the listing closed, sell nothing more, on no day. */
const retireCapacity = `UPDATE capacity SET units = 0, day_units = '{}', listing_version = ?
  WHERE listing_id = ? AND is_shared = 0 AND listing_version < ?`;

const listingValues = (intake: ListingIntake): SqlValue[] => [
  intake.id,
  intake.version,
  intake.kind,
  intake.ownerId,
  intake.isOpen ? 1 : 0,
  intake.version,
  intake.priceDigest,
  JSON.stringify(intake.bucketLimits),
  JSON.stringify(intake.bucketCabins),
  JSON.stringify(intake.resources.map(({ resource, label }) => ({ resource, label }))),
  intake.changedAt,
];

const capacityValues = (intake: ListingIntake): SqlValue[][] =>
  intake.resources.map((resource) => [
    resource.resource,
    intake.id,
    intake.version,
    intake.isShared ? 1 : 0,
    resource.units,
    resource.openFrom,
    resource.openUntil,
    JSON.stringify(resource.dayUnits),
    intake.changedAt,
  ]);

function latestOfEach(intakes: readonly ListingIntake[]): ListingIntake[] {
  const latest = new Map<string, ListingIntake>();
  for (const intake of intakes) {
    if ((latest.get(intake.id)?.version ?? 0) < intake.version) latest.set(intake.id, intake);
  }
  return [...latest.values()];
}

/** A slot whose capacity is another one now. */
export type CapacityChange = Readonly<{ count: SlotCount; listingId: string }>;

type TouchedRow = SlotCount & CapacityRow & Readonly<{ listingId: string }>;

type Affected = Readonly<{ column: 'resource' | 'listing_id'; values: readonly string[] }>;

/** Brings the few slots that have rows in line with the capacity of their resources. */
async function adjustSlots(sql: SqlTransaction, { column, values }: Affected): Promise<CapacityChange[]> {
  const rows = await selectIn<TouchedRow>(
    sql,
    `SELECT stock.resource, stock.slot, stock.capacity, stock.held, stock.sold, stock.version, capacity.units,
       capacity.open_from AS "openFrom", capacity.open_until AS "openUntil", capacity.day_units AS "dayUnits",
       capacity.listing_id AS "listingId"
     FROM capacity JOIN stock ON stock.resource = capacity.resource
     WHERE capacity.${column} IN (…)`,
    { values },
  );
  const changes = rows.flatMap(({ resource, slot, held, sold, version, listingId, ...row }) => {
    const capacity = capacityOn(toCapacity({ resource, ...row }), slot);
    if (capacity === row.capacity) return [];
    return [{ count: { resource, slot, capacity, held, sold, version: version + 1 }, listingId }];
  });
  await sql.executeMany(
    'UPDATE stock SET capacity = ?, version = version + 1 WHERE resource = ? AND slot = ?',
    changes.map(({ count }) => [count.capacity, count.resource, count.slot]),
  );
  return changes;
}

/**
 * Stores what a batch of listing events says, thousands at a time; older versions than known are ignored. Answers the touched
 * slots whose capacity changed by it.
 */
export async function storeListings(sql: SqlTransaction, intakes: readonly ListingIntake[]): Promise<CapacityChange[]> {
  const latest = latestOfEach(intakes);
  const affected = await sql.executeMany(upsertListing, latest.map(listingValues));
  const accepted = latest.filter((_, index) => affected[index] === 1);
  await sql.executeMany(upsertCapacity, accepted.flatMap(capacityValues));
  const sole = accepted.filter(({ isShared }) => !isShared);
  const updated = sole.filter(({ version }) => version > 1);
  await sql.executeMany(
    retireCapacity,
    updated.map((intake) => [intake.version, intake.id, intake.version]),
  );
  const shared = await storeShares(
    sql,
    accepted.filter(({ isShared }) => isShared),
  );
  return [
    ...(await adjustSlots(sql, { column: 'listing_id', values: sole.map(({ id }) => id) })),
    ...(await adjustSlots(sql, { column: 'resource', values: shared })),
  ];
}
