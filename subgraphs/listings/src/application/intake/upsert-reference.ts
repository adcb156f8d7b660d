import type { RowOutcome } from '@meridian/schema/contracts/intake';
import type { AirlineRecord, RouteRecord } from '@meridian/schema/contracts/place-records';
import type { IntakeDeps } from './intake-deps.ts';
import { noveltyOf, outcomeOf, skip } from './outcomes.ts';

/** Takes in airlines. */
export const createUpsertAirlines = (deps: IntakeDeps) => (batch: readonly AirlineRecord[]) =>
  deps.listings.transaction(async ({ sql }): Promise<readonly RowOutcome[]> => {
    const hashes = await deps.rows.hashes(
      sql,
      batch.map(({ sourceKey }) => sourceKey),
    );
    const accepted: AirlineRecord[] = [];
    const outcomes = batch.map((airline): RowOutcome => {
      const novelty = noveltyOf(hashes, airline);
      if (novelty === 'same') return 'unchanged';
      if (airline.iata === undefined && airline.icao === undefined)
        return skip('the airline has neither IATA nor ICAO code');
      if (airline.name.trim() === '') return skip('the airline has no name');
      accepted.push(airline);
      return outcomeOf(novelty);
    });
    await deps.reference.putAirlines(sql, accepted);
    await deps.rows.put(
      sql,
      accepted.map((airline) => ({ ...airline, richness: 0 })),
    );
    return outcomes;
  });

/** Takes in routes between known airports. */
export const createUpsertRoutes = (deps: IntakeDeps) => (batch: readonly RouteRecord[]) =>
  deps.listings.transaction(async ({ sql }): Promise<readonly RowOutcome[]> => {
    const hashes = await deps.rows.hashes(
      sql,
      batch.map(({ sourceKey }) => sourceKey),
    );
    const airports = await deps.reference.airportHolders(
      sql,
      batch.flatMap(({ origin, destination }) => [origin, destination]),
    );
    const accepted: RouteRecord[] = [];
    const outcomes = batch.map((route): RowOutcome => {
      const novelty = noveltyOf(hashes, route);
      if (novelty === 'same') return 'unchanged';
      const unknown = [route.origin, route.destination].find((code) => !airports.has(code));
      if (unknown !== undefined) return skip(`unknown airport ${unknown}; import ourairports first`);
      accepted.push(route);
      return outcomeOf(novelty);
    });
    await deps.reference.putRoutes(
      sql,
      accepted.map((record) => ({ id: deps.ids.next('rte'), record })),
    );
    await deps.rows.put(
      sql,
      accepted.map((route) => ({ ...route, richness: 0 })),
    );
    return outcomes;
  });
