import type { SqlTransaction } from '@meridian/platform/sql/sql-database';
import type { CabinSeats, Flight } from '../../domain/listing.ts';
import type { CapacityRule } from '../../ports/listing-book.ts';
import { replaceRows, selectIn } from './statements.ts';

type DepartureRow = Readonly<{ resource: string; cabin: string; capacity: number; owner_id: string }>;
type Known = Map<string, { capacity: number; ownerId: string }>;

const keyOf = (resource: string, cabin: string): string => `${resource}/${cabin}`;

/** A flight on its way into the store, and how its seats are to be counted. */
export type FlightWrite = Readonly<{ flight: Flight; rule: CapacityRule }>;

const resourcesOf = (writes: readonly FlightWrite[]): string[] =>
  writes.flatMap(({ flight }) => flight.segments.map(({ resource }) => resource));

async function readKnown(transaction: SqlTransaction, resources: readonly string[]): Promise<Known> {
  const rows = await selectIn<DepartureRow>(
    transaction,
    'SELECT resource, cabin, capacity, owner_id FROM departures WHERE resource IN (…)',
    { values: resources },
  );
  return new Map(
    rows.map((row) => [keyOf(row.resource, row.cabin), { capacity: row.capacity, ownerId: row.owner_id }]),
  );
}

/** A stated capacity holds; of observed ones the largest, because each itinerary shows only a part of the plane. */
const merged = (known: number | undefined, told: number, rule: CapacityRule): number =>
  rule === 'stated' ? told : Math.max(known ?? 0, told);

/**
 * Merges what flights tell of their segments' seats into the stock of departures, which itineraries share. Answers the flights with
 * the stock as it then is, so that every event of the batch tells the same.
 */
export async function mergeDepartures(transaction: SqlTransaction, writes: readonly FlightWrite[]): Promise<Flight[]> {
  const known = await readKnown(transaction, resourcesOf(writes));
  const changed = new Map<string, DepartureRow>();
  for (const { flight, rule } of writes) {
    for (const { resource, seats } of flight.segments) {
      for (const { cabin, capacity } of seats) {
        const key = keyOf(resource, cabin);
        const before = known.get(key);
        const next = merged(before?.capacity, capacity, rule);
        if (next === before?.capacity) continue;
        const ownerId = before?.ownerId ?? flight.ownerId;
        known.set(key, { capacity: next, ownerId });
        changed.set(key, { resource, cabin, capacity: next, owner_id: ownerId });
      }
    }
  }
  await replaceRows(transaction, {
    table: 'departures',
    columns: ['resource', 'cabin', 'capacity', 'owner_id'],
    rows: [...changed.values()].map((row) => [row.resource, row.cabin, row.capacity, row.owner_id]),
  });
  return writes.map(({ flight }) => withStock(flight, known));
}

function withStock(flight: Flight, known: Known): Flight {
  const segments = flight.segments.map((segment) => ({
    ...segment,
    seats: segment.seats.map(
      ({ cabin, capacity }): CabinSeats => ({
        cabin,
        capacity: known.get(keyOf(segment.resource, cabin))?.capacity ?? capacity,
      }),
    ),
  }));
  return { ...flight, segments };
}

/** Who counts the seats of departures that are known. */
export async function departureOwners(
  transaction: SqlTransaction,
  resources: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await selectIn<Pick<DepartureRow, 'resource' | 'owner_id'>>(
    transaction,
    'SELECT resource, owner_id FROM departures WHERE resource IN (…)',
    { values: resources },
  );
  return new Map(rows.map((row) => [row.resource, row.owner_id]));
}
