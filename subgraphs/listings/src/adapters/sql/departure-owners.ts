import { selectIn } from '@meridian/platform/sql/select-in';
import type { SqlTransaction } from '@meridian/platform/sql/sql-database';
import { insertUnlessThere } from '@meridian/platform/sql/statements';
import type { Flight } from '../../domain/listing.ts';

type OwnerRow = Readonly<{ resource: string; owner_id: string }>;

/** Who counts the seats of departures that are known. */
export async function departureOwners(
  transaction: SqlTransaction,
  resources: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await selectIn<OwnerRow>(
    transaction,
    'SELECT resource, owner_id FROM departure_owners WHERE resource IN (…)',
    { values: resources },
  );
  return new Map(rows.map((row) => [row.resource, row.owner_id]));
}

const claim = insertUnlessThere('departure_owners', ['resource', 'owner_id'], ['resource']);

/** Notes who is the first to publish a departure. Itineraries share its seats, which bookings counts. */
export async function claimDepartures(transaction: SqlTransaction, flights: readonly Flight[]): Promise<void> {
  const claims = flights.flatMap(({ ownerId, segments }) =>
    segments.map(({ resource }) => [resource, ownerId] as const),
  );
  await transaction.executeMany(claim, claims);
}
