import type { SqlDatabase } from '@meridian/platform/sql/sql-database';
import type { SearchCandidates } from '../../ports/search-candidates.ts';
import { revisionNames, sumOfRevisions } from './revisions.ts';

type Entry = Readonly<{ revision: number; candidates: Promise<readonly unknown[]> }>;

/** Cities and airports of which the candidates are kept, the least recently searched ones make room. */
const mostEntries = 100;

/**
 * Keeps what a city's stays and cars look like to a search, until one of them changes: reading and unpacking thousands of rows costs
 * far more than filtering them. Each search asks the database for the city's revision, so it never answers with older rows than
 * those that were committed when it began, whichever process has written them. What is left of stock is never kept.
 */
export function createCachedCandidates(database: SqlDatabase, candidates: SearchCandidates): SearchCandidates {
  const entries = new Map<string, Entry>();

  const keep = (key: string, entry: Entry): void => {
    entries.delete(key);
    entries.set(key, entry);
    for (const oldest of entries.keys()) {
      if (entries.size <= mostEntries) break;
      entries.delete(oldest);
    }
  };
  const cached = async <Candidate>(
    key: string,
    names: readonly string[],
    read: () => Promise<readonly Candidate[]>,
  ): Promise<readonly Candidate[]> => {
    // Read before the rows: rows that are newer than their revision are read once more than needed, never once too few.
    const revision = await sumOfRevisions(database, names);
    const known = entries.get(key);
    const entry = known?.revision === revision ? known : { revision, candidates: read() };
    keep(key, entry);
    try {
      return (await entry.candidates) as readonly Candidate[];
    } catch (error) {
      entries.delete(key);
      throw error;
    }
  };
  return {
    flights: candidates.flights,
    remaining: candidates.remaining,
    countStays: candidates.countStays,
    stays(query) {
      const { cityKey, areaKey, box } = query;
      if (cityKey === undefined || box !== undefined) return candidates.stays(query);
      const key = JSON.stringify(['stays', cityKey, areaKey]);
      return cached(key, [revisionNames.city(cityKey)], () => candidates.stays(query));
    },
    cars(query) {
      const { cityKey, airport } = query;
      const names = [revisionNames.city(cityKey), ...(airport === undefined ? [] : [revisionNames.airport(airport)])];
      return cached(JSON.stringify(['cars', cityKey, airport]), names, () => candidates.cars(query));
    },
  };
}
