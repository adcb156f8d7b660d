import type { Outbox } from '@meridian/platform/outbox/outbox';
import { selectIn } from '@meridian/platform/sql/select-in';
import type { SqlTransaction } from '@meridian/platform/sql/sql-database';
import type { AirportRecord } from '@meridian/schema/contracts/place-records';
import { cityKeyOf } from '../../domain/folded-text.ts';
import type { PublishedEvents } from '../../events/published.ts';
import { replaceRows, toFlag } from './statements.ts';

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

/** How airports are told to others. */
export type AirportWriterDeps = Readonly<{
  outbox: Outbox;
  events: Pick<PublishedEvents, 'airportUpdated' | 'airportDeleted'>;
}>;

/** Source keys that hold these codes. */
export async function airportHolders(
  transaction: SqlTransaction,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const sql = 'SELECT code, source_key FROM airports WHERE code IN (…)';
  const rows = await selectIn<{ code: string; source_key: string }>(transaction, sql, { values: codes });
  return new Map(rows.map((row) => [row.code, row.source_key]));
}

async function codesHeldBy(transaction: SqlTransaction, airports: readonly AirportRecord[]): Promise<string[]> {
  const sql = 'SELECT code FROM airports WHERE source_key IN (…)';
  const values = airports.map(({ sourceKey }) => sourceKey);
  return (await selectIn<{ code: string }>(transaction, sql, { values })).map(({ code }) => code);
}

/** Counts a change of what is told of each code, and tells the version after it. The transaction's lock keeps others from counting. */
async function raiseVersions(transaction: SqlTransaction, codes: readonly string[]): Promise<(code: string) => number> {
  const sql = 'SELECT code, version FROM airport_versions WHERE code IN (…)';
  const rows = await selectIn<{ code: string; version: number }>(transaction, sql, { values: codes });
  const before = new Map(rows.map(({ code, version }) => [code, version]));
  const versionAfter = (code: string): number => (before.get(code) ?? 0) + 1;
  await replaceRows(transaction, {
    table: 'airport_versions',
    columns: ['code', 'version'],
    rows: codes.map((code) => [code, versionAfter(code)]),
  });
  return versionAfter;
}

/** Stores airports and tells others of them. See {@link ReferenceBook.putAirports}. */
export async function writeAirports(
  transaction: SqlTransaction,
  { outbox, events }: AirportWriterDeps,
  airports: readonly AirportRecord[],
): Promise<void> {
  if (airports.length === 0) return;
  const heldBefore = await codesHeldBy(transaction, airports);
  // Replaces by code and by source key alike: an airport that got a new code leaves its old one.
  await replaceRows(transaction, { table: 'airports', columns: airportColumns, rows: airports.map(toAirportRow) });
  // A code that comes twice in a batch is told once, as its last record says.
  const written = new Map(airports.map((airport) => [airport.iata, airport]));
  const there = await airportHolders(transaction, [...heldBefore, ...written.keys()]);
  const told = [...written.values()].filter(({ iata }) => there.has(iata));
  const gone = heldBefore.filter((code) => !there.has(code));
  const versionOf = await raiseVersions(transaction, [...told.map(({ iata }) => iata), ...gone]);
  await outbox.add(transaction, [
    ...told.map((airport) => events.airportUpdated(airport, versionOf(airport.iata))),
    ...gone.map((code) => events.airportDeleted(code, versionOf(code))),
  ]);
}
