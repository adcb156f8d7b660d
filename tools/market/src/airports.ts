import { identified } from '@meridian/schema/contracts/content-hash';
import type { AirportRecord } from '@meridian/schema/contracts/place-records';
import airportData from 'airport-data-js';
import { type City, cities } from './cities.ts';
import { subdivisionOf } from './subdivisions.ts';

/** An airport of the market with its city. */
export type MarketAirport = Readonly<{ city: City; record: AirportRecord }>;

const recordOf = async (city: City): Promise<AirportRecord> => {
  const [found] = await airportData.getAirportByIata(city.iata);
  if (found === undefined) throw new Error(`the airport package has no ${city.iata}`);
  const subdivision = subdivisionOf(city.iata);
  return identified({
    sourceKey: `demo:airport:${city.iata}`,
    iata: found.iata,
    icao: found.icao,
    name: found.airport,
    city: city.name,
    countryCode: found.country_code,
    ...(subdivision === undefined ? {} : { subdivision }),
    latitude: Number(found.latitude),
    longitude: Number(found.longitude),
    timeZone: found.time,
    size: 'large' as const,
    scheduledService: true,
    keywords: [],
  });
};

/** Reads the market's airports from the package: coordinates, zones, countries. */
export const loadAirports = (): Promise<readonly MarketAirport[]> =>
  Promise.all(cities.map(async (city) => ({ city, record: await recordOf(city) })));
