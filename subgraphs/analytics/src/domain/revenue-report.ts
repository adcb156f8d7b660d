import { toCurrencyCode } from '@meridian/platform/values/currency';
import { exchange, type RateTable, shownRate } from '@meridian/platform/values/exchange';
import { type Money, money, subtract } from '@meridian/platform/values/money';
import { groupBy } from './group-by.ts';

/** Sums of several currencies are shown in this one. */
export const basisCurrency = 'USD';

/** What a row of the report stands for. */
export type RevenueGroup = 'MONTH' | 'CITY' | 'VENDOR';

/** The exact sums of one group in one currency, in minor units. */
export type RevenueSums = Readonly<{
  key: string;
  currency: string;
  bookings: number;
  cancellations: number;
  grossMinor: number;
  refundedMinor: number;
}>;

type Amounts = Readonly<{ gross: Money; refunded: Money; net: Money }>;
/** The exact sums in one currency, with the rate at which they were put into dollars; null for a currency without a rate. */
export type CurrencyRevenue = Amounts &
  Readonly<{ unitsPerDollar: string | null; rateDate: string | null; rateSource: string | null }>;
/** A row of the report. `gross`, `refunded` and `net` are in the basis currency, and leave out currencies without a rate. */
export type RevenueRow = Amounts &
  Readonly<{
    key: string;
    label: string;
    groupBy: RevenueGroup;
    bookings: number;
    cancellations: number;
    currencies: readonly CurrencyRevenue[];
  }>;

/** Minor units of the basis currency, rounded once per sum; 0 for a currency without a rate, which the row shows beside. */
export const toBasisMinor = (minor: number, currency: string, rates: RateTable): number =>
  exchange({ minor, currency }, basisCurrency, rates)?.minor ?? 0;

/** The exact sums in a currency, beside what they were put into dollars with. */
export function exactRevenue(
  sums: Pick<RevenueSums, 'currency' | 'grossMinor' | 'refundedMinor'>,
  rates: RateTable,
): CurrencyRevenue {
  const currency = toCurrencyCode(sums.currency);
  const gross = money(sums.grossMinor, currency);
  const refunded = money(sums.refundedMinor, currency);
  const unitsPerDollar = shownRate(rates, { from: basisCurrency, to: currency }) ?? null;
  const rate = unitsPerDollar === null ? { date: null, source: null } : rates;
  const net = subtract(gross, refunded);
  return { gross, refunded, net, unitsPerDollar, rateDate: rate.date, rateSource: rate.source };
}

/** In the order of their currencies' codes. */
export const byCurrency = <Sum extends { readonly currency: string }>(sums: readonly Sum[]): Sum[] =>
  sums.toSorted((left, right) => (left.currency < right.currency ? -1 : 1));

const labelOf = (groupBy: RevenueGroup, key: string): string => (groupBy === 'CITY' ? key.replace('|', ', ') : key);

function toRow(groupBy: RevenueGroup, sums: readonly RevenueSums[], rates: RateTable): RevenueRow {
  const total = (measure: 'bookings' | 'cancellations') => sums.reduce((sum, each) => sum + each[measure], 0);
  const basis = (measure: 'grossMinor' | 'refundedMinor') =>
    money(
      sums.reduce((sum, each) => sum + toBasisMinor(each[measure], each.currency, rates), 0),
      basisCurrency,
    );
  const key = sums[0]?.key ?? '';
  const [gross, refunded] = [basis('grossMinor'), basis('refundedMinor')];
  return {
    key,
    label: labelOf(groupBy, key),
    groupBy,
    bookings: total('bookings'),
    cancellations: total('cancellations'),
    gross,
    refunded,
    net: subtract(gross, refunded),
    currencies: byCurrency(sums).map((each) => exactRevenue(each, rates)),
  };
}

const byKey = (left: RevenueRow, right: RevenueRow): number => (left.key < right.key ? -1 : 1);

/** One row per group: months the newest first, cities and vendors by net revenue. Converted at the rates of one day. */
export function revenueReport(grouping: RevenueGroup, sums: readonly RevenueSums[], rates: RateTable): RevenueRow[] {
  const groups = groupBy(sums, ({ key }) => key);
  const rows = [...groups.values()].map((group) => toRow(grouping, group, rates));
  if (grouping === 'MONTH') return rows.sort(byKey).reverse();
  return rows.sort((left, right) => right.net.minor - left.net.minor || byKey(left, right));
}
