import { addDays, daysBetween, type LocalDate } from '@meridian/platform/values/local-date';
import { toInstant } from '@meridian/platform/values/zoned-time';
import { counted, type Price, percentLabel, priceOf, taxOn } from './price.ts';

/** A hire, on the clock of the place. */
export type Hire = Readonly<{ pickUpAt: string; dropOffAt: string }>;

const dayInMs = 86_400_000;

/** The days that are paid for: each 24 hours begun, counted in real hours, at least one. */
export function chargedDays(hire: Hire, timeZone: string): number {
  const lengthInMs = toInstant(hire.dropOffAt, timeZone) - toInstant(hire.pickUpAt, timeZone);
  return Math.max(1, Math.ceil(lengthInMs / dayInMs));
}

/** How many local dates the hire touches, without listing them: a caller may ask for thousands of years. */
export function countTouchedDays(hire: Hire): number {
  const [first, last] = [hire.pickUpAt.slice(0, 10), hire.dropOffAt.slice(0, 10)];
  const atMidnight = hire.dropOffAt.slice(11, 16) === '00:00' && last > first;
  return daysBetween(first, last) + (atMidnight ? 0 : 1);
}

/** The local dates that the hire touches. Brought back at midnight, the day that begins then is not touched. */
export function touchedDays(hire: Hire): LocalDate[] {
  const first = hire.pickUpAt.slice(0, 10);
  return Array.from({ length: countTouchedDays(hire) }, (_, index) => addDays(first, index));
}

/** What a car's price is made of. */
export type CarCharges = Readonly<{
  currency: string;
  dailyPriceMinor: number;
  serviceFeeMinor: number;
  taxPerMille: number;
}>;

/** What a hire of some days costs. */
export function carPrice(charges: CarCharges, days: number): Price {
  const price = charges.dailyPriceMinor * days;
  const tax = taxOn(price + charges.serviceFeeMinor, charges.taxPerMille, charges.currency);
  return priceOf(charges.currency, [
    { kind: 'PRICE', label: counted(days, 'day'), amountMinor: price },
    { kind: 'FEE', label: 'Service fee', amountMinor: charges.serviceFeeMinor },
    { kind: 'TAX', label: `Taxes, ${percentLabel(charges.taxPerMille)}`, amountMinor: tax },
  ]);
}
