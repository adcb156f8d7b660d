import { selectIn } from '@meridian/platform/sql/select-in';
import type { SqlTransaction } from '@meridian/platform/sql/sql-database';
import { upsert } from '@meridian/platform/sql/statements';
import type { ListingIntake } from '../../ports/records.ts';

const tell = upsert('capacity_share', { key: ['resource', 'listing_id'], others: ['units'] });

/** The most that any listing tells: whichever told it last, and in whichever order they came. Nobody's departure has no seats. */
const countShares = `UPDATE capacity SET units =
    COALESCE((SELECT MAX(capacity_share.units) FROM capacity_share WHERE capacity_share.resource = capacity.resource), 0)
  WHERE resource = ?`;

async function toldBefore(sql: SqlTransaction, listingIds: readonly string[]): Promise<string[]> {
  const told = 'SELECT DISTINCT resource FROM capacity_share WHERE listing_id IN (…)';
  const rows = await selectIn<{ resource: string }>(sql, told, { values: listingIds });
  return rows.map(({ resource }) => resource);
}

/**
 * Several itineraries fly on one segment, and each tells how many seats it has as far as it knows. A listing's new word replaces its
 * own old one, so it may lower what it told; one that is closed or gone tells nothing more. Rows of `capacity` must be there already.
 *
 * @returns the resources of which somebody told something, or tells nothing more
 */
export async function storeShares(sql: SqlTransaction, intakes: readonly ListingIntake[]): Promise<string[]> {
  const known = intakes.filter(({ version }) => version > 1).map(({ id }) => id);
  const before = await toldBefore(sql, known);
  await sql.executeMany(
    'DELETE FROM capacity_share WHERE listing_id = ?',
    known.map((id) => [id]),
  );
  const shares = intakes.flatMap(({ id, resources }) =>
    resources.map(({ resource, units }) => [resource, id, units] as const),
  );
  await sql.executeMany(tell, shares);
  const touched = [...new Set([...before, ...shares.map(([resource]) => resource)])];
  await sql.executeMany(
    countShares,
    touched.map((resource) => [resource]),
  );
  return touched;
}
