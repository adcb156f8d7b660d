import type { AirlineRecord, AirportRecord, RouteRecord } from '@meridian/schema/contracts/place-records';
import type { NamedPlace } from './reference-data.ts';

/** Airports, airlines, routes and places, within a transaction. */
export interface ReferenceBook {
  /** Source keys that hold these codes. */
  airportHolders(codes: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /**
   * Stores airports and announces `airport.updated` for each; where an airport leaves a code for another one, `airport.deleted` of
   * the old code, too.
   */
  putAirports(airports: readonly AirportRecord[]): Promise<void>;
  putAirlines(airlines: readonly AirlineRecord[]): Promise<void>;
  putRoutes(routes: readonly Readonly<{ id: string; record: RouteRecord }>[]): Promise<void>;
  /** Adds places that are not known yet, and renews the revision when any was added or changed. */
  putPlaces(places: readonly NamedPlace[]): Promise<void>;
}
