import { z } from 'zod';
import type { Logger } from '../observability/logger.ts';
import type { Clock } from '../time/clock.ts';
import type { ExchangeRates } from './exchange-rates.ts';
import { createHttpRates } from './http-rates.ts';
import { createReferenceRates, readReferenceTables } from './reference-rates.ts';

/** `fetch` refuses such an address with an error that repeats it whole, password and all, and that would be logged. */
const hasNoPassword = (url: string): boolean => {
  const { username, password } = new URL(url);
  return username === '' && password === '';
};

/** The variable that every service with exchange rates reads. */
export const exchangeRatesSettings = z.object({
  EXCHANGE_RATES_URL: z
    .url({ error: 'Give the address of a service that answers { base, date, rates }', abort: true })
    .refine(hasNoPassword, 'Leave user and password out of the address; a key belongs into its query')
    .optional(),
});

/** Chooses the rates: those of the service at the URL, or the reference tables in the repository where none is given. */
export function openExchangeRates(
  deps: Readonly<{ exchangeRatesUrl?: string | undefined; clock: Clock; logger: Logger }>,
): ExchangeRates {
  const { exchangeRatesUrl: url, clock, logger } = deps;
  const fallback = readReferenceTables();
  return url === undefined ? createReferenceRates(fallback) : createHttpRates({ url, fallback, clock, logger });
}

/** How a service tells at its start which rates serve it. */
export const ratesBackend = (url: string | undefined): Readonly<{ rates: string }> => ({
  rates: url === undefined ? 'reference table' : 'http',
});
