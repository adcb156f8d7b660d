import { selectIn } from '@meridian/platform/sql/select-in';
import type { SqlDatabase } from '@meridian/platform/sql/sql-database';
import type { KnownAirport } from '@meridian/schema/contracts/intake';
import type { AirportSize } from '@meridian/schema/contracts/place-records';
import type { Airport } from '../../ports/reference-data.ts';

type Row = Readonly<{
  code: string;
  icao: string | null;
  name: string;
  city: string;
  city_key: string;
  country_code: string;
  subdivision: string | null;
  latitude: number;
  longitude: number;
  time_zone: string;
  size: string;
  scheduled_service: number;
  keywords: string;
}>;

/** Every airport, as importers match against them. */
export async function readAllAirports(database: SqlDatabase): Promise<KnownAirport[]> {
  const rows = await database.query<Row>('SELECT * FROM airports ORDER BY code');
  return rows.map((row) => ({
    iata: row.code,
    name: row.name,
    city: row.city,
    countryCode: row.country_code,
    latitude: row.latitude,
    longitude: row.longitude,
    timeZone: row.time_zone,
    size: row.size as AirportSize,
    scheduledService: row.scheduled_service === 1,
    keywords: JSON.parse(row.keywords) as string[],
  }));
}

/** Airports by code, without Prisma: the intake runs in processes that need no more. */
export const createSqlAirports = (database: SqlDatabase) => ({
  async airports(codes: readonly string[]): Promise<ReadonlyMap<string, Airport>> {
    const rows = await selectIn<Row>(database, 'SELECT * FROM airports WHERE code IN (…)', { values: codes });
    return new Map(
      rows.map((row) => [
        row.code,
        {
          code: row.code,
          icao: row.icao,
          name: row.name,
          city: row.city,
          cityKey: row.city_key,
          countryCode: row.country_code,
          subdivision: row.subdivision,
          latitude: row.latitude,
          longitude: row.longitude,
          timeZone: row.time_zone,
        },
      ]),
    );
  },
});
