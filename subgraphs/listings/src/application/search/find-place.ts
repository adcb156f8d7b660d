import type { Airport, Place, ReferenceData } from '../../ports/reference-data.ts';

/** What a caller means by an airport's code or a place's id. */
export type FoundPlace = Readonly<{
  cityKey: string;
  city: string;
  /** Set for a neighbourhood. */
  areaKey?: string;
  /** Set for an airport. */
  airport?: string;
  latitude: number;
  longitude: number;
}>;

const atAirport = (airport: Airport): FoundPlace => ({
  cityKey: airport.cityKey,
  city: airport.city,
  airport: airport.code,
  latitude: airport.latitude,
  longitude: airport.longitude,
});

const atPlace = (place: Place): FoundPlace => ({
  cityKey: place.cityKey,
  city: place.kind === 'CITY' ? place.name : place.label,
  ...(place.kind === 'NEIGHBOURHOOD' ? { areaKey: place.key } : {}),
  ...(place.airportCode === null ? {} : { airport: place.airportCode }),
  latitude: place.latitude,
  longitude: place.longitude,
});

const airportCode = /^[A-Za-z]{3}$/;

/** Finds an airport by its code or a place by its id. */
export async function findPlace(reference: ReferenceData, text: string): Promise<FoundPlace | undefined> {
  if (!airportCode.test(text)) {
    const place = (await reference.places([text])).get(text);
    return place && atPlace(place);
  }
  const code = text.toUpperCase();
  const airport = (await reference.airports([code])).get(code);
  return airport && atAirport(airport);
}

/** The airports that a place means: the one itself, or all of its city. */
export async function airportsOf(reference: ReferenceData, place: FoundPlace): Promise<string[]> {
  if (place.airport !== undefined) return [place.airport];
  const airports = (await reference.airportsOfCities([place.cityKey])).get(place.cityKey) ?? [];
  return airports.map(({ code }) => code);
}
