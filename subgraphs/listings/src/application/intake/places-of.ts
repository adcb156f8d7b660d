import type { AirportRecord } from '@meridian/schema/contracts/place-records';
import { cityKeyOf, fold } from '../../domain/folded-text.ts';
import type { Stay } from '../../domain/listing.ts';
import { areaKeyOf, placeIdOf } from '../../domain/places.ts';
import type { NamedPlace } from '../../ports/reference-data.ts';

const airportWeights = { large: 300, medium: 200, small: 100 } as const;

/** Airports without scheduled flights stand behind those with them. */
const weightOf = ({ size, scheduledService }: AirportRecord): number =>
  airportWeights[size] + (scheduledService ? 50 : 0);

type CityOf = Readonly<{ city: string; countryCode: string; latitude: number; longitude: number }>;

/** A city as a place; it weighs as much as what made it known. */
export function cityPlace(at: CityOf, weight: number): NamedPlace {
  const key = cityKeyOf(at);
  return {
    id: placeIdOf('CITY', key),
    kind: 'CITY',
    key,
    cityKey: key,
    name: at.city,
    label: `${at.city}, ${at.countryCode}`,
    airportCode: null,
    countryCode: at.countryCode,
    latitude: at.latitude,
    longitude: at.longitude,
    weight,
    otherNames: [],
  };
}

/** The places that an airport makes known: itself and its city. */
export function airportPlaces(airport: AirportRecord): NamedPlace[] {
  const weight = weightOf(airport);
  const itself: NamedPlace = {
    id: placeIdOf('AIRPORT', airport.iata),
    kind: 'AIRPORT',
    key: airport.iata,
    cityKey: cityKeyOf(airport),
    name: airport.name,
    label: `${airport.name} (${airport.iata}), ${airport.city}`,
    airportCode: airport.iata,
    countryCode: airport.countryCode,
    latitude: airport.latitude,
    longitude: airport.longitude,
    weight,
    otherNames: [airport.iata, ...(airport.icao ? [airport.icao] : []), airport.city, ...airport.keywords],
  };
  // A city stands before its airports.
  return [cityPlace(airport, weight + 10), itself];
}

function areaPlace(stay: Stay, name: string): NamedPlace {
  const key = areaKeyOf(stay, name);
  return {
    id: placeIdOf('NEIGHBOURHOOD', key),
    kind: 'NEIGHBOURHOOD',
    key: fold(name),
    cityKey: cityKeyOf(stay),
    name,
    label: `${name}, ${stay.city}`,
    airportCode: null,
    countryCode: stay.countryCode,
    latitude: stay.latitude,
    longitude: stay.longitude,
    weight: 40,
    otherNames: [],
  };
}

/** The places that stays make known, each once: cities, neighbourhoods and areas. */
export function stayPlaces(stays: readonly Stay[]): NamedPlace[] {
  const places = stays.flatMap((stay) => [
    cityPlace(stay, 60),
    ...[...new Set([stay.neighbourhood ?? '', stay.area])]
      .filter((name) => fold(name) !== '')
      .map((name) => areaPlace(stay, name)),
  ]);
  return [...new Map(places.map((place) => [place.id, place])).values()];
}
