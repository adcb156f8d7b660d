import { selectIn } from '@meridian/platform/sql/select-in';
import type { SqlTransaction } from '@meridian/platform/sql/sql-database';
import type { AirlineRecord, RouteRecord } from '@meridian/schema/contracts/place-records';
import { fold } from '../../domain/folded-text.ts';
import type { ReferenceBook } from '../../ports/reference-book.ts';
import type { NamedPlace } from '../../ports/reference-data.ts';
import { type AirportWriterDeps, airportHolders, writeAirports } from './airport-writer.ts';
import { raiseRevisions, revisionNames } from './revisions.ts';
import { replaceRows, toFlag } from './statements.ts';

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

/** Airports, airlines, routes and places in SQL, written in bulk, within a transaction. Events go to its outbox. */
export const createSqlReferenceBook = (sql: SqlTransaction, deps: AirportWriterDeps): ReferenceBook => ({
  airportHolders: (codes) => airportHolders(sql, codes),
  putAirports: (airports) => writeAirports(sql, deps, airports),
  putAirlines: (airlines) =>
    replaceRows(sql, { table: 'airlines', columns: airlineColumns, rows: airlines.map(toAirlineRow) }),
  putRoutes: (routes) => replaceRows(sql, { table: 'routes', columns: routeColumns, rows: routes.map(toRouteRow) }),
  async putPlaces(places) {
    const changed = await changedPlaces(sql, places);
    if (changed.length === 0) return;
    await replaceRows(sql, { table: 'places', columns: placeColumns, rows: changed.map(toPlaceRow) });
    await raiseRevisions(sql, [revisionNames.places]);
  },
});
