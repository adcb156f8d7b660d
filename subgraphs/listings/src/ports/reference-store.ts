import type { SqlTransaction } from '@meridian/platform/sql/sql-database';
import type { AirlineRecord, AirportRecord, RouteRecord } from '@meridian/schema/contracts/place-records';
import type { NamedPlace } from './reference-data.ts';

/** Writes airports, airlines, routes and places, in the transaction of an intake. */
export interface ReferenceStore {
  /** Source keys that hold these codes. */
  airportHolders(transaction: SqlTransaction, codes: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /**
   * Stores airports and announces `airport.updated` for each; where an airport leaves a code for another one, `airport.deleted` of
   * the old code, too.
   */
  putAirports(transaction: SqlTransaction, airports: readonly AirportRecord[]): Promise<void>;
  putAirlines(transaction: SqlTransaction, airlines: readonly AirlineRecord[]): Promise<void>;
  putRoutes(
    transaction: SqlTransaction,
    routes: readonly Readonly<{ id: string; record: RouteRecord }>[],
  ): Promise<void>;
  /** Adds places that are not known yet, and renews the revision when any was added or changed. */
  putPlaces(transaction: SqlTransaction, places: readonly NamedPlace[]): Promise<void>;
}

/** Hashes of records that were taken in. */
export interface IntakeRows {
  /** Stored hashes by `sourceKey` and richness, see {@link rowKey}. */
  hashes(transaction: SqlTransaction, sourceKeys: readonly string[]): Promise<ReadonlyMap<string, string>>;
  put(
    transaction: SqlTransaction,
    rows: readonly Readonly<{ sourceKey: string; richness: number; contentHash: string }>[],
  ): Promise<void>;
}

/** Names a record under one richness. */
export const rowKey = (sourceKey: string, richness: number): string => `${richness} ${sourceKey}`;
