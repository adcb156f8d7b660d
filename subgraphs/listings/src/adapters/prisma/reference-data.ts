import type { PlaceKind } from '../../domain/places.ts';
import type { PrismaClient } from '../../generated/sqlite/client.ts';
import type * as rows from '../../generated/sqlite/models.ts';
import type {
  Airline,
  AirlinePlace,
  AirlineQuery,
  Airport,
  ListedAirline,
  NamedPlace,
  ReferenceData,
  Route,
  RouteQuery,
} from '../../ports/reference-data.ts';
import { cutPage } from '../cut-page.ts';

/** What is needed of the client: tests hand in a client over a temporary file. */
export type ReferenceClient = Pick<PrismaClient, 'airport' | 'airline' | 'route' | 'place' | '$queryRawUnsafe'>;

const toAirport = (row: rows.AirportModel): Airport => ({
  code: row.code,
  icao: row.icao,
  name: row.name,
  city: row.city,
  cityKey: row.cityKey,
  countryCode: row.countryCode,
  subdivision: row.subdivision,
  latitude: row.latitude,
  longitude: row.longitude,
  timeZone: row.timeZone,
});

const toAirline = (row: rows.AirlineModel): Airline => ({
  code: row.code,
  icao: row.icao,
  name: row.name,
  countryName: row.countryName,
  active: row.active === 1,
});

const toRoute = (row: rows.RouteModel): Route => ({
  id: row.id,
  airline: row.airline,
  origin: row.origin,
  destination: row.destination,
  stops: row.stops,
  codeshare: row.codeshare === 1,
  equipment: JSON.parse(row.equipment) as string[],
});

const toPlace = (row: rows.PlaceModel): NamedPlace => ({
  id: row.id,
  kind: row.kind as PlaceKind,
  key: row.placeKey,
  cityKey: row.cityKey,
  name: row.name,
  label: row.label,
  airportCode: row.airportCode,
  countryCode: row.countryCode,
  latitude: row.latitude,
  longitude: row.longitude,
  weight: row.weight,
  otherNames: JSON.parse(row.otherNames) as string[],
});

const among = (values: readonly string[]) => ({ in: [...new Set(values)] });

async function airportsOfCities(client: ReferenceClient, cityKeys: readonly string[]) {
  const found = await client.airport.findMany({ where: { cityKey: among(cityKeys) }, orderBy: { code: 'asc' } });
  const byCity = new Map<string, Airport[]>();
  for (const row of found) byCity.set(row.cityKey, [...(byCity.get(row.cityKey) ?? []), toAirport(row)]);
  return byCity;
}

/** Codes are reused: of several airlines the one that flies wins, then the one that has the code from IATA. */
async function airlines(client: ReferenceClient, codes: readonly string[]) {
  const found = await client.airline.findMany({
    where: { OR: [{ code: among(codes) }, { icao: among(codes) }] },
    orderBy: [{ active: 'asc' }, { sourceKey: 'desc' }],
  });
  const byCode = new Map<string, Airline>();
  for (const row of found) if (row.icao !== null) byCode.set(row.icao, toAirline(row));
  for (const row of found) byCode.set(row.code, toAirline(row));
  return byCode;
}

/** What stands behind a place in the order of {@link airlinesByName}. */
function airlinesBehind({ active, foldedName, sourceKey }: AirlinePlace) {
  const flies = active ? 1 : 0;
  return {
    OR: [
      { active: { lt: flies } },
      { active: flies, foldedName: { gt: foldedName } },
      { active: flies, foldedName, sourceKey: { gt: sourceKey } },
    ],
  };
}

async function airlinesByName(client: ReferenceClient, { prefix, first, after }: AirlineQuery) {
  const code = prefix.toUpperCase().replaceAll(' ', '');
  const where = prefix === '' ? {} : { OR: [{ foldedName: { startsWith: prefix } }, { code }, { icao: code }] };
  const [found, totalCount] = await Promise.all([
    client.airline.findMany({
      where: after ? { AND: [where, airlinesBehind(after)] } : where,
      orderBy: [{ active: 'desc' }, { foldedName: 'asc' }, { sourceKey: 'asc' }],
      take: first + 1,
    }),
    client.airline.count({ where }),
  ]);
  const listed = found.map((row): ListedAirline => {
    const { foldedName, sourceKey } = row;
    return { ...toAirline(row), place: { active: row.active === 1, foldedName, sourceKey } };
  });
  return cutPage(listed, first, totalCount);
}

async function routes(client: ReferenceClient, query: RouteQuery) {
  const where = {
    ...(query.origin === undefined ? {} : { origin: query.origin }),
    ...(query.destination === undefined ? {} : { destination: query.destination }),
    ...(query.carrier === undefined ? {} : { airline: query.carrier }),
  };
  const behind = query.afterId === undefined ? where : { ...where, id: { gt: query.afterId } };
  const [found, totalCount] = await Promise.all([
    client.route.findMany({ where: behind, orderBy: { id: 'asc' }, take: query.first + 1 }),
    client.route.count({ where }),
  ]);
  return cutPage(found.map(toRoute), query.first, totalCount);
}

/** Airports, airlines, routes and places, read with Prisma. */
export function createPrismaReferenceData(client: ReferenceClient): ReferenceData {
  return {
    async airports(codes) {
      const found = await client.airport.findMany({ where: { code: among(codes) } });
      return new Map(found.map((row) => [row.code, toAirport(row)]));
    },
    airportsOfCities: (cityKeys) => airportsOfCities(client, cityKeys),
    airlines: (codes) => airlines(client, codes),
    airlinesByName: (query) => airlinesByName(client, query),
    routes: (query) => routes(client, query),
    async places(ids) {
      const found = await client.place.findMany({ where: { id: among(ids) } });
      return new Map(found.map((row) => [row.id, toPlace(row)]));
    },
    async allPlaces() {
      return (await client.place.findMany()).map(toPlace);
    },
    async placesRevision() {
      const [row] = await client.$queryRawUnsafe<{ value: number | bigint }[]>(
        "SELECT value FROM revisions WHERE name = 'places'",
      );
      return Number(row?.value ?? 0);
    },
  };
}
