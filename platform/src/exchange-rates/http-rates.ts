import type { Logger } from '../observability/logger.ts';
import type { Clock } from '../time/clock.ts';
import type { RateTable } from '../values/exchange.ts';
import type { ExchangeRates } from './exchange-rates.ts';
import { newestOf, type RateTables, readRateTable, tableAt } from './rate-tables.ts';

const refreshInMs = 6 * 3_600_000;
const retryInMs = 5 * 60_000;
const timeoutInMs = 5_000;
/** Of the tables that were loaded, so many stay: more than a year of days. */
const keptTables = 400;

export type HttpRatesDeps = Readonly<{
  /** Answers `{ base, date, rates }` in JSON. It may hold a key in its query, so no more of it than the host is ever shown. */
  url: string;
  /** Serve until the first answer, when the service fails, and for instants before its first date. */
  fallback: RateTables;
  clock: Clock;
  logger: Logger;
  fetch?: typeof fetch;
}>;

/** The service's word counts from its date on: what another table says of that day or of later ones is dropped. */
function withLoaded(tables: RateTables, loaded: RateTable): RateTables {
  const older = tables.filter((table) => table.date < loaded.date).slice(-keptTables);
  const [first, ...others] = older;
  return first === undefined ? [loaded] : [first, ...others, loaded];
}

/**
 * Rates of a service over HTTP, asked for every six hours. Nobody waits for it: the table at hand serves until the newer one has
 * arrived, and a failure is logged and tried again after five minutes. Tables of earlier days are kept in memory, so an instant
 * keeps its rate while the process lives; after a restart, days between the fallback and the next answer have the fallback's.
 */
export function createHttpRates(deps: HttpRatesDeps): ExchangeRates {
  const request = deps.fetch ?? fetch;
  const { host } = new URL(deps.url);
  let tables = deps.fallback;
  let dueAt = deps.clock.now();
  let isLoading = false;

  const load = async () => {
    try {
      const response = await request(deps.url, { signal: AbortSignal.timeout(timeoutInMs) });
      if (!response.ok) throw new Error(`${host} answered ${response.status}.`);
      tables = withLoaded(tables, readRateTable(await response.json(), host));
      dueAt = deps.clock.now() + refreshInMs;
    } catch (error) {
      const { date } = newestOf(tables);
      deps.logger.warn({ error, date }, 'Exchange rates could not be loaded; the older table serves.');
      dueAt = deps.clock.now() + retryInMs;
    } finally {
      isLoading = false;
    }
  };
  const refresh = () => {
    if (isLoading || deps.clock.now() < dueAt) return;
    isLoading = true;
    void load();
  };
  return {
    current() {
      refresh();
      return newestOf(tables);
    },
    at(instantInMs) {
      refresh();
      return tableAt(tables, instantInMs);
    },
  };
}
