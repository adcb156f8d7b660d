import type { Converter } from '@meridian/platform/values/exchange';
import { toMoney } from './shapes.ts';

/** A total in the searcher's currency, with its rate; null when no rate is known. */
export function toConverted(comparableMinor: number, from: string, converter: Converter) {
  const rate = converter.rate(from);
  if (rate === undefined || !Number.isFinite(comparableMinor)) return null;
  return { amount: toMoney(comparableMinor, converter.to), rate, asOf: converter.date };
}
