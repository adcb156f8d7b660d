import type { RowOutcome } from '@meridian/schema/contracts/intake';
import type { AirlineRecord, RouteRecord } from '@meridian/schema/contracts/place-records';
import type { IntakeDeps } from './intake-deps.ts';
import { noveltyOf, outcomeOf, skip } from './outcomes.ts';

/** Takes in airlines. */
export const createUpsertAirlines = (deps: IntakeDeps) => (batch: readonly AirlineRecord[]) =>
  deps.store.transaction(async ({ reference, intakeRows }): Promise<readonly RowOutcome[]> => {
    const hashes = await intakeRows.hashes(batch.map(({ sourceKey }) => sourceKey));
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
    await reference.putAirlines(accepted);
    await intakeRows.put(accepted.map((airline) => ({ ...airline, richness: 0 })));
    return outcomes;
  });

/** Takes in routes between known airports. */
export const createUpsertRoutes = (deps: IntakeDeps) => (batch: readonly RouteRecord[]) =>
  deps.store.transaction(async ({ reference, intakeRows }): Promise<readonly RowOutcome[]> => {
    const hashes = await intakeRows.hashes(batch.map(({ sourceKey }) => sourceKey));
    const airports = await reference.airportHolders(batch.flatMap(({ origin, destination }) => [origin, destination]));
    const accepted: RouteRecord[] = [];
    const outcomes = batch.map((route): RowOutcome => {
      const novelty = noveltyOf(hashes, route);
      if (novelty === 'same') return 'unchanged';
      const unknown = [route.origin, route.destination].find((code) => !airports.has(code));
      if (unknown !== undefined) return skip(`unknown airport ${unknown}; import ourairports first`);
      accepted.push(route);
      return outcomeOf(novelty);
    });
    await reference.putRoutes(accepted.map((record) => ({ id: deps.ids.next('rte'), record })));
    await intakeRows.put(accepted.map((route) => ({ ...route, richness: 0 })));
    return outcomes;
  });
