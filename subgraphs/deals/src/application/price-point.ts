import { type DailyPrice, dateOfDay } from '../domain/insight.ts';
import type { Amount } from '../domain/price-watch.ts';

/** What comparables cost on a day. */
export type PricePoint = Readonly<{
  date: string;
  typical: Amount;
  lowest: Amount;
  highest: Amount;
  observations: number;
}>;

/** Turns minor units of the basis currency into an amount to show. */
export type ToAmount = (basisMinor: number) => Amount;

/** A day of prices, with its amounts as they are shown. */
export const toPoint = (day: DailyPrice, toAmount: ToAmount): PricePoint => ({
  date: dateOfDay(day.day),
  typical: toAmount(day.typicalMinor),
  lowest: toAmount(day.lowestMinor),
  highest: toAmount(day.highestMinor),
  observations: day.observations,
});
