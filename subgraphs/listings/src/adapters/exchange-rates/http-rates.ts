import type { Logger } from '@meridian/platform/observability/logger';
import type { Clock } from '@meridian/platform/time/clock';
import type { RateTable } from '../../domain/exchange.ts';
import type { ExchangeRates } from '../../ports/exchange-rates.ts';
import { toRateTable } from './reference-rates.ts';

const refreshInMs = 6 * 3_600_000;
const retryInMs = 5 * 60_000;
const timeoutInMs = 5_000;

export type HttpRatesDeps = Readonly<{
  /** Answers `{ base, date, rates }` in JSON. */
  url: string;
  /** Serves until the first answer, and when the service fails. */
  fallback: RateTable;
  clock: Clock;
  logger: Logger;
  fetch?: typeof fetch;
}>;

/**
 * Rates of a service over HTTP, asked for every six hours. A search never waits for it: the table at hand serves until the newer
 * one has arrived, and a failure is logged and tried again after five minutes.
 */
export function createHttpRates(deps: HttpRatesDeps): ExchangeRates {
  const request = deps.fetch ?? fetch;
  let table = deps.fallback;
  let dueAt = deps.clock.now();
  let isLoading = false;

  const load = async () => {
    try {
      const response = await request(deps.url, { signal: AbortSignal.timeout(timeoutInMs) });
      if (!response.ok) throw new Error(`${deps.url} answered ${response.status}.`);
      table = toRateTable(await response.json(), deps.url);
      dueAt = deps.clock.now() + refreshInMs;
    } catch (error) {
      deps.logger.warn({ error, date: table.date }, 'Exchange rates could not be loaded; the older table serves.');
      dueAt = deps.clock.now() + retryInMs;
    } finally {
      isLoading = false;
    }
  };
  return {
    async current() {
      if (!isLoading && deps.clock.now() >= dueAt) {
        isLoading = true;
        void load();
      }
      return table;
    },
  };
}
