import type { IntakeState, KnownAirport, ListingsIntake } from '@meridian/schema/contracts/intake';
import type { IntakeDeps } from './intake-deps.ts';
import { createUpsertAirports } from './upsert-airports.ts';
import { createUpsertCars } from './upsert-cars.ts';
import { createUpsertFlights } from './upsert-flights.ts';
import { createUpsertAirlines, createUpsertRoutes } from './upsert-reference.ts';
import { createUpsertReviews } from './upsert-reviews.ts';
import { createUpsertStayNights } from './upsert-stay-nights.ts';
import { createUpsertStays } from './upsert-stays.ts';

/** What the intake works with, and what importers read beside it. */
export type ListingsIntakeDeps = IntakeDeps &
  Readonly<{ state: IntakeState; allAirports: () => Promise<readonly KnownAirport[]> }>;

/** The port through which importers and the demo market write. Each batch is one transaction with its events. */
export const createListingsIntake = (deps: ListingsIntakeDeps): ListingsIntake => ({
  upsertAirports: createUpsertAirports(deps),
  upsertAirlines: createUpsertAirlines(deps),
  upsertRoutes: createUpsertRoutes(deps),
  upsertFlights: createUpsertFlights(deps),
  upsertStays: createUpsertStays(deps),
  upsertStayNights: createUpsertStayNights(deps),
  upsertCars: createUpsertCars(deps),
  upsertReviews: createUpsertReviews(deps),
  airports: deps.allAirports,
  stays: (sourceKeys) => deps.store.listings.staysBySourceKeys(sourceKeys),
  state: deps.state,
});
