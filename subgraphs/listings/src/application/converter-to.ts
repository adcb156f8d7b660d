import type { ExchangeRates } from '@meridian/platform/exchange-rates/exchange-rates';
import { type Converter, createConverter } from '@meridian/platform/values/exchange';

/** Which currency amounts are to be told in. */
export type ConverterToRequest = Readonly<{ currency: string }>;

/** Turns amounts into a currency at the rates that searches compare with. */
export const createConverterTo =
  ({ rates }: Readonly<{ rates: ExchangeRates }>) =>
  ({ currency }: ConverterToRequest): Converter =>
    createConverter(rates.current(), currency);
