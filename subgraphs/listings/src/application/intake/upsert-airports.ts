import { isCountryCode } from '@meridian/platform/values/country';
import { isGeoPoint } from '@meridian/platform/values/geo';
import { isIataAirportCode } from '@meridian/platform/values/validation';
import { isTimeZone } from '@meridian/platform/values/zoned-time';
import type { RowOutcome } from '@meridian/schema/contracts/intake';
import type { AirportRecord } from '@meridian/schema/contracts/place-records';
import type { IntakeDeps } from './intake-deps.ts';
import { noveltyOf, outcomeOf, skip } from './outcomes.ts';
import { airportPlaces } from './places-of.ts';

const demoPrefix = 'demo:';

function problemOf(airport: AirportRecord): string | undefined {
  if (!isIataAirportCode(airport.iata)) return `"${airport.iata}" is no IATA code`;
  if (!isGeoPoint(airport)) return 'the coordinates do not exist';
  if (!isTimeZone(airport.timeZone)) return `unknown time zone ${airport.timeZone}`;
  if (!isCountryCode(airport.countryCode)) return `unknown country ${airport.countryCode}`;
  return undefined;
}

/** Whether a record may write the airport of its code, which another one may hold. */
function claim(airport: AirportRecord, holder: string | undefined): RowOutcome | undefined {
  if (holder === undefined || holder === airport.sourceKey || holder.startsWith(demoPrefix)) return undefined;
  // The demo market knows nothing that a real source does not know better.
  if (airport.sourceKey.startsWith(demoPrefix)) return 'unchanged';
  return skip(`IATA code ${airport.iata} belongs to ${holder}`);
}

/** Takes in airports, and the places under which they and their cities are found. */
export const createUpsertAirports = (deps: IntakeDeps) => (batch: readonly AirportRecord[]) =>
  deps.store.transaction(async ({ reference, intakeRows }): Promise<readonly RowOutcome[]> => {
    const hashes = await intakeRows.hashes(batch.map(({ sourceKey }) => sourceKey));
    const holders = new Map(await reference.airportHolders(batch.map(({ iata }) => iata)));
    const accepted: AirportRecord[] = [];
    const outcomes = batch.map((airport): RowOutcome => {
      const novelty = noveltyOf(hashes, airport);
      if (novelty === 'same') return 'unchanged';
      const problem = problemOf(airport);
      if (problem !== undefined) return skip(problem);
      const refused = claim(airport, holders.get(airport.iata));
      if (refused !== undefined) return refused;
      holders.set(airport.iata, airport.sourceKey);
      accepted.push(airport);
      return outcomeOf(novelty);
    });
    await reference.putAirports(accepted);
    await reference.putPlaces(accepted.flatMap(airportPlaces));
    await intakeRows.put(accepted.map((airport) => ({ ...airport, richness: 0 })));
    return outcomes;
  });
