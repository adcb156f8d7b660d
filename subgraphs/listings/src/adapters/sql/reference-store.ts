import type { SqlTransaction } from '@meridian/platform/sql/sql-database';
import type { AirlineRecord, RouteRecord } from '@meridian/schema/contracts/place-records';
import { fold } from '../../domain/folded-text.ts';
import type { NamedPlace } from '../../ports/reference-data.ts';
import { type IntakeRows, type ReferenceStore, rowKey } from '../../ports/reference-store.ts';
import { type AirportWriterDeps, airportHolders, createAirportWriter } from './airport-writer.ts';
import { raiseRevisions, revisionNames } from './revisions.ts';
import { replaceRows, selectIn, toFlag } from './statements.ts';

const placeColumns = [
  'id',
  'kind',
  'place_key',
  'city_key',
  'name',
  'label',
  'airport_code',
  'country_code',
  'latitude',
  'longitude',
  'weight',
  'other_names',
] as const;

const toPlaceRow = (place: NamedPlace) => [
  place.id,
  place.kind,
  place.key,
  place.cityKey,
  place.name,
  place.label,
  place.airportCode,
  place.countryCode,
  place.latitude,
  place.longitude,
  place.weight,
  JSON.stringify(place.otherNames),
];

/** A known place gives way to a weightier one, and an airport's to what its record says now. */
async function changedPlaces(transaction: SqlTransaction, places: readonly NamedPlace[]): Promise<NamedPlace[]> {
  const known = await selectIn<{ id: string; weight: number; label: string }>(
    transaction,
    'SELECT id, weight, label FROM places WHERE id IN (…)',
    { values: places.map(({ id }) => id) },
  );
  const byId = new Map(known.map((row) => [row.id, row]));
  return places.filter((place) => {
    const stored = byId.get(place.id);
    if (stored === undefined || place.weight > stored.weight) return true;
    return place.kind === 'AIRPORT' && (place.label !== stored.label || place.weight !== stored.weight);
  });
}

const airlineColumns = [
  'source_key',
  'code',
  'iata',
  'icao',
  'name',
  'folded_name',
  'callsign',
  'country_name',
  'country_code',
  'active',
] as const;

const toAirlineRow = (airline: AirlineRecord) => [
  airline.sourceKey,
  airline.iata ?? airline.icao ?? '',
  airline.iata ?? null,
  airline.icao ?? null,
  airline.name,
  fold(airline.name),
  airline.callsign ?? null,
  airline.countryName ?? null,
  airline.countryCode ?? null,
  toFlag(airline.active),
];

const routeColumns = [
  'id',
  'source_key',
  'airline',
  'origin',
  'destination',
  'stops',
  'codeshare',
  'equipment',
] as const;

const toRouteRow = ({ id, record }: Readonly<{ id: string; record: RouteRecord }>) => [
  id,
  record.sourceKey,
  record.airline,
  record.origin,
  record.destination,
  record.stops,
  toFlag(record.codeshare),
  JSON.stringify(record.equipment),
];

/** Airports, airlines, routes and places in SQL, written in bulk. Events go to the outbox of the same transaction. */
export const createSqlReferenceStore = (deps: AirportWriterDeps): ReferenceStore => ({
  airportHolders,
  putAirports: createAirportWriter(deps),
  putAirlines: (transaction, airlines) =>
    replaceRows(transaction, { table: 'airlines', columns: airlineColumns, rows: airlines.map(toAirlineRow) }),
  putRoutes: (transaction, routes) =>
    replaceRows(transaction, { table: 'routes', columns: routeColumns, rows: routes.map(toRouteRow) }),
  async putPlaces(transaction, places) {
    const changed = await changedPlaces(transaction, places);
    if (changed.length === 0) return;
    await replaceRows(transaction, { table: 'places', columns: placeColumns, rows: changed.map(toPlaceRow) });
    await raiseRevisions(transaction, [revisionNames.places]);
  },
});

/** Hashes of taken-in records in SQL. */
export function createSqlIntakeRows(): IntakeRows {
  return {
    async hashes(transaction, sourceKeys) {
      const rows = await selectIn<{ source_key: string; richness: number; content_hash: string }>(
        transaction,
        'SELECT source_key, richness, content_hash FROM intake_rows WHERE source_key IN (…)',
        { values: sourceKeys },
      );
      return new Map(rows.map((row) => [rowKey(row.source_key, row.richness), row.content_hash]));
    },
    put: (transaction, rows) =>
      replaceRows(transaction, {
        table: 'intake_rows',
        columns: ['source_key', 'richness', 'content_hash'],
        rows: rows.map((row) => [row.sourceKey, row.richness, row.contentHash]),
      }),
  };
}
