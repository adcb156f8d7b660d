import type { SqlTransaction } from '@meridian/platform/sql/sql-database';
import type { AirlineRecord, AirportRecord, RouteRecord } from '@meridian/schema/contracts/place-records';
import { cityKeyOf, fold } from '../../domain/folded-text.ts';
import type { NamedPlace } from '../../ports/reference-data.ts';
import { type IntakeRows, type ReferenceStore, rowKey } from '../../ports/reference-store.ts';
import { raiseRevisions, revisionNames } from './revisions.ts';
import { replaceRows, selectIn, toFlag } from './statements.ts';

const airportColumns = [
  'code',
  'source_key',
  'icao',
  'name',
  'city',
  'city_key',
  'country_code',
  'subdivision',
  'latitude',
  'longitude',
  'elevation_in_feet',
  'time_zone',
  'size',
  'scheduled_service',
  'keywords',
] as const;

const toAirportRow = (airport: AirportRecord) => [
  airport.iata,
  airport.sourceKey,
  airport.icao ?? null,
  airport.name,
  airport.city,
  cityKeyOf(airport),
  airport.countryCode,
  airport.subdivision ?? null,
  airport.latitude,
  airport.longitude,
  airport.elevationInFeet ?? null,
  airport.timeZone,
  airport.size,
  toFlag(airport.scheduledService),
  JSON.stringify(airport.keywords),
];

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

/** Airports, airlines, routes and places in SQL, written in bulk. */
export const createSqlReferenceStore = (): ReferenceStore => ({
  async airportHolders(transaction, codes) {
    const sql = 'SELECT code, source_key FROM airports WHERE code IN (…)';
    const rows = await selectIn<{ code: string; source_key: string }>(transaction, sql, { values: codes });
    return new Map(rows.map((row) => [row.code, row.source_key]));
  },
  // Replaces by code and by source key alike: an airport that got a new code leaves its old one.
  putAirports: (transaction, airports) =>
    replaceRows(transaction, { table: 'airports', columns: airportColumns, rows: airports.map(toAirportRow) }),
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
