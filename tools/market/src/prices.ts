import type { IntakeMoney } from '@meridian/schema/contracts/record';
import { usdPerUnit } from './cities.ts';
import { fraction } from './random.ts';

const exponents: Readonly<Record<string, number>> = { JPY: 0, KRW: 0, KWD: 3 };

/** Turns a size in US dollars into a price of a currency, rounded to three digits that matter, as shops do. */
export const priced = (usd: number, currency: string): IntakeMoney => {
  const units = usd / (usdPerUnit[currency] ?? 1);
  const step = 10 ** Math.max(Math.floor(Math.log10(Math.max(units, 1e-6))) - 2, -(exponents[currency] ?? 2));
  const rounded = Math.max(Math.round(units / step), 1) * step;
  return { minor: Math.round(rounded * 10 ** (exponents[currency] ?? 2)), currency };
};

/** `percent` of an amount, rounded half up to whole minor units. */
export const share = (money: IntakeMoney, percent: number): IntakeMoney => ({
  minor: Math.round((money.minor * percent) / 100),
  currency: money.currency,
});

/** The fare of an ordinary day in US dollars: falls per kilometre with distance. 500 km: 71, 5,500 km: 367, 10,800 km: 656. */
export const distanceFareInUsd = (distanceInKm: number): number => 35 + 0.11 * distanceInKm ** 0.93;

/** Fares rise in steps three weeks and one week before departure, and a little within each step. */
export const leadTimeFactor = (leadTimeInDays: number): number => {
  const days = Math.max(leadTimeInDays, 0);
  if (days < 7) return 1.42 - 0.012 * days;
  if (days < 21) return 1.17 - 0.005 * (days - 7);
  return Math.max(1 - 0.001 * (days - 21), 0.95);
};

const weekdayFactors = [1.05, 0.99, 0.96, 0.96, 1, 1.05, 1.01] as const;

/** @param date a local date; Sunday and Friday are dear, Tuesday and Wednesday cheap */
export const weekdayFactor = (date: string): number => weekdayFactors[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? 1;

/** Season of travel as a wave over the year, with peaks in July and at the end of December; ± 6 %. */
export const demandFactor = (date: string): number => {
  const [, month = '1', day = '1'] = date.split('-');
  const dayOfYear = (Number(month) - 1) * 30.4 + Number(day);
  return 1 + 0.06 * Math.cos(((dayOfYear - 15) / 182.5) * 2 * Math.PI);
};

/** A small difference that belongs to a text, for example a listing; `± spread`. */
export const quirk = (text: string, spread: number): number => 1 + (fraction(`quirk:${text}`) * 2 - 1) * spread;

/** One thing in thirty is much too cheap: 66–78 % of its ordinary price. Otherwise 1. */
export const dealFactor = (text: string): number => {
  const draw = fraction(`deal:${text}`);
  return draw < 1 / 30 ? 0.66 + draw * 3.6 : 1;
};
