import type { ExchangeRates } from '@meridian/platform/exchange-rates/exchange-rates';

/** The rates that searches compare with: how much of each currency one unit of the base buys, as decimal text, sorted by currency. */
export const createReadExchangeRates =
  ({ rates }: Readonly<{ rates: ExchangeRates }>) =>
  () => {
    const { base, date, source, rates: table } = rates.current();
    const listed = [...table].map(([currency, rate]) => ({ currency, rate }));
    return { base, date, source, rates: listed.sort((left, right) => (left.currency < right.currency ? -1 : 1)) };
  };
