import { isCurrencyCode } from '@meridian/platform/values/currency';
import { convert, money } from '@meridian/platform/values/money';
import { basisCurrency, type ExchangeRates } from '../ports/exchange-rates.ts';

/** Units of each currency that a US dollar costs, from a date on. */
type RateTable = Readonly<{ from: string; unitsPerDollar: Readonly<Record<string, number>> }>;

/**
 * Reference rates, rounded to four digits that matter. They put prices on one scale; nothing is charged at them. Source: the euro
 * reference rates of the European Central Bank of these days, and central banks' own rates for currencies that it does not list,
 * divided through by the dollar's.
 */
// biome-ignore format: a table reads best as one
const tables: readonly RateTable[] = [
  { from: '2022-04-01', unitsPerDollar: {
    AED: 3.6725, ARS: 111.1, AUD: 1.333, BRL: 4.73, CAD: 1.25, CHF: 0.9247, CLP: 785, CNY: 6.36, COP: 3750, CZK: 22.05, DKK: 6.733,
    EGP: 18.3, EUR: 0.9053, GBP: 0.7628, HKD: 7.833, HUF: 332.6, IDR: 14370, ILS: 3.2, INR: 75.9, ISK: 128.9, JPY: 122.5, KES: 115,
    KRW: 1216, KWD: 0.304, MAD: 9.68, MXN: 19.9, MYR: 4.21, NOK: 8.74, NZD: 1.441, PEN: 3.7, PHP: 51.7, PLN: 4.196, QAR: 3.64,
    RON: 4.478, SAR: 3.75, SEK: 9.33, SGD: 1.357, THB: 33.4, TRY: 14.68, TWD: 28.65, USD: 1, VND: 22840, ZAR: 14.62 } },
  { from: '2025-11-03', unitsPerDollar: {
    AED: 3.6725, ARS: 1445, AUD: 1.529, BRL: 5.37, CAD: 1.405, CHF: 0.8076, CLP: 943, CNY: 7.12, COP: 3850, CZK: 21.13, DKK: 6.483,
    EGP: 47.3, EUR: 0.8682, GBP: 0.7617, HKD: 7.772, HUF: 336.9, IDR: 16650, ILS: 3.25, INR: 88.75, ISK: 125.6, JPY: 154.2, KES: 129.2,
    KRW: 1430, KWD: 0.307, MAD: 9.28, MXN: 18.56, MYR: 4.2, NOK: 10.13, NZD: 1.751, PEN: 3.37, PHP: 58.7, PLN: 3.691, QAR: 3.64,
    RON: 4.415, SAR: 3.75, SEK: 9.48, SGD: 1.304, THB: 32.5, TRY: 42.05, TWD: 30.85, USD: 1, VND: 26310, ZAR: 17.33 } },
];

type DatedRates = Readonly<{ fromInMs: number; units: ReadonlyMap<string, Readonly<{ to: string; from: string }>> }>;

const rateText = (rate: number): string => rate.toFixed(12).replace(/\.?0+$/, '');

const dated: readonly DatedRates[] = tables.map(({ from, unitsPerDollar }) => ({
  fromInMs: Date.parse(`${from}T00:00:00Z`),
  units: new Map(
    Object.entries(unitsPerDollar).map(([code, units]) => [code, { to: rateText(1 / units), from: rateText(units) }]),
  ),
}));

/** The newest table that an instant lies behind; before the first one, the first. */
const ratesAt = (at: number): DatedRates | undefined => dated.findLast(({ fromInMs }) => fromInMs <= at) ?? dated[0];

/** Rates from the table in this file. */
export const createReferenceExchangeRates = (): ExchangeRates => ({
  toBasis({ minor, currency }, at) {
    if (currency === basisCurrency) return minor;
    const rate = ratesAt(at)?.units.get(currency);
    if (!rate || !isCurrencyCode(currency)) return undefined;
    return convert(money(minor, currency), basisCurrency, rate.to).minor;
  },
  fromBasis(basisMinor, currency, at) {
    if (currency === basisCurrency) return { minor: basisMinor, currency };
    const rate = ratesAt(at)?.units.get(currency);
    if (!rate || !isCurrencyCode(currency)) return undefined;
    return convert(money(basisMinor, basisCurrency), currency, rate.from);
  },
});
