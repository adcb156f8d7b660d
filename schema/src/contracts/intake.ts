/**
 * The ports through which importers and the demo market write to the listings and deals services. The importer lives in
 * `tools/importer`, the market in `tools/market`; the ports are implemented by `subgraphs/listings` (`createListingsIntake`) and
 * `subgraphs/deals` (`createPriceIntake`). The records stand in the files beside this one.
 */
import type { CarRecord } from './car-records.ts';
import type { FlightRecord } from './flight-records.ts';
import type { PriceObservationRecord } from './observation-records.ts';
import type { AirlineRecord, AirportRecord, RouteRecord } from './place-records.ts';
import type { Coordinates } from './record.ts';
import type { ReviewRecord } from './review-records.ts';
import type { StayNightsRecord, StayRecord } from './stay-records.ts';

/**
 * What became of one record. The unit of idempotency is the row: the intake keeps `sourceKey → contentHash` in the same transaction
 * as the effect.
 * - `imported`: the source key was new (also when another source had written the same airport or airline before);
 * - `updated`: the key was known with another hash, and something was written;
 * - `unchanged`: the same hash, or an older observation than the stored one: nothing was written, no event was made;
 * - `skipped`: it cannot be used now; the reason is one clause for people, without the line number. Nothing is remembered, so that
 *   running again after the cause is gone imports it.
 */
export type RowOutcome = 'imported' | 'updated' | 'unchanged' | Readonly<{ skipped: string }>;

/** The answer to a batch: one outcome per record, in the batch's order. A batch is one transaction with its outbox events. */
export type Outcomes = Promise<readonly RowOutcome[]>;

/**
 * Small durable facts of importers and the demo market, kept with the listings: date shifts of data sets, how far the market
 * reaches. Keys are ≤ 200 characters, values JSON text of ≤ 4,000.
 */
export interface IntakeState {
  get(key: string): Promise<string | undefined>;
  /** Stores the value unless the key has one; answers with the stored one. Two processes at once get the same answer. */
  putIfAbsent(key: string, value: string): Promise<string>;
  put(key: string, value: string): Promise<void>;
}

/** Listings' side. Implemented over the same use cases, tables and outbox as the mutations. Batches hold ≤ 1,000 records. */
export interface ListingsIntake {
  upsertAirports(batch: readonly AirportRecord[]): Outcomes;
  upsertAirlines(batch: readonly AirlineRecord[]): Outcomes;
  upsertRoutes(batch: readonly RouteRecord[]): Outcomes;
  /** Skips `unknown airport XXX; import ourairports first`, and what breaks a rule of the domain, with the rule. */
  upsertFlights(batch: readonly FlightRecord[]): Outcomes;
  upsertStays(batch: readonly StayRecord[]): Outcomes;
  /** One list of outcomes per record: one outcome per night, in order. */
  upsertStayNights(batch: readonly StayNightsRecord[]): Promise<readonly (readonly RowOutcome[])[]>;
  upsertCars(batch: readonly CarRecord[]): Outcomes;
  upsertReviews(batch: readonly ReviewRecord[]): Outcomes;
  /** All known airports: a few thousand. The importer matches cities to them. */
  airports(): Promise<readonly KnownAirport[]>;
  /** For those of the keys that are known stays: what the nights' file leaves out. */
  stays(sourceKeys: readonly string[]): Promise<ReadonlyMap<string, Readonly<{ currency: string }>>>;
  readonly state: IntakeState;
}

export type KnownAirport = Coordinates &
  Readonly<
    Pick<
      AirportRecord,
      'iata' | 'name' | 'city' | 'countryCode' | 'timeZone' | 'size' | 'scheduledService' | 'keywords'
    >
  >;

/** Deals' side. Batches hold ≤ 1,000 records; one transaction each. */
export interface PriceIntake {
  recordObservations(batch: readonly PriceObservationRecord[]): Outcomes;
}
