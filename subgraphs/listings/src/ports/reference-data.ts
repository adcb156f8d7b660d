import type { PlaceKind } from '../domain/places.ts';
import type { Page } from './page.ts';

/** An airport as it is known. */
export type Airport = Readonly<{
  code: string;
  icao: string | null;
  name: string;
  city: string;
  cityKey: string;
  countryCode: string;
  subdivision: string | null;
  latitude: number;
  longitude: number;
  timeZone: string;
}>;

/** An airline as it is known. */
export type Airline = Readonly<{
  code: string;
  icao: string | null;
  name: string;
  countryName: string | null;
  active: boolean;
}>;

/** A route as it is known. */
export type Route = Readonly<{
  id: string;
  airline: string;
  origin: string;
  destination: string;
  stops: number;
  codeshare: boolean;
  equipment: readonly string[];
}>;

/** A place to search at. `key` is the city's for a city, the code for an airport, city and name for a neighbourhood. */
export type Place = Readonly<{
  id: string;
  kind: PlaceKind;
  key: string;
  cityKey: string;
  name: string;
  label: string;
  airportCode: string | null;
  countryCode: string;
  latitude: number;
  longitude: number;
}>;

/** A place with what typing ahead needs of it. */
export type NamedPlace = Place & Readonly<{ weight: number; otherNames: readonly string[] }>;

/** Which routes, in the order of their ids, behind one when it is given. */
export type RouteQuery = Readonly<{
  origin?: string | undefined;
  destination?: string | undefined;
  carrier?: string | undefined;
  first: number;
  afterId?: string | undefined;
}>;

/** Where an airline stands among all: those that fly first, then by name; the source's key tells equal names apart. */
export type AirlinePlace = Readonly<{ active: boolean; foldedName: string; sourceKey: string }>;

/** An airline with its place in the list of all. */
export type ListedAirline = Airline & Readonly<{ place: AirlinePlace }>;

/** Which airlines: those whose folded name begins with a text or whose code it is; all of them for an empty one. */
export type AirlineQuery = Readonly<{ prefix: string; first: number; after?: AirlinePlace | undefined }>;

/** Airports, airlines, routes and places. */
export interface ReferenceData {
  airports(codes: readonly string[]): Promise<ReadonlyMap<string, Airport>>;
  airportsOfCities(cityKeys: readonly string[]): Promise<ReadonlyMap<string, readonly Airport[]>>;
  /** By IATA code, or ICAO code; of several with one code the one that flies. */
  airlines(codes: readonly string[]): Promise<ReadonlyMap<string, Airline>>;
  airlinesByName(query: AirlineQuery): Promise<Page<ListedAirline>>;
  routes(query: RouteQuery): Promise<Page<Route>>;
  places(ids: readonly string[]): Promise<ReadonlyMap<string, Place>>;
  /** Every place, for an index in memory. */
  allPlaces(): Promise<readonly NamedPlace[]>;
  /** Rises when an airport or place was added or changed, in whichever process. */
  placesRevision(): Promise<number>;
}
