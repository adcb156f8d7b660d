import type { LocalDate } from '@meridian/platform/values/local-date';
import type { Stay } from './listing.ts';
import { datesIn, nightAt } from './night-calendar.ts';
import { nightPrice, ratesOf } from './night-rates.ts';

/** A night as its owner sells it. Without a price it is closed. */
export type NightOnSale = Readonly<{
  date: LocalDate;
  /** Without taxes and fees, minor units of the stay's currency. */
  priceMinor: number | null;
  /** The fewest nights of a stay that begins on it. */
  minNights: number;
}>;

/** Half-open; nights before `today`, the date at the place, are past and closed. */
export type NightRange = Readonly<{ from: LocalDate; until: LocalDate; today: LocalDate }>;

/** The nights of a room type. What others have booked is not deducted: that changes without the stay. */
export function nightsOnSale(stay: Stay, roomKey: string, { from, until, today }: NightRange): NightOnSale[] {
  const rates = ratesOf(stay, today).find((each) => each.roomKey === roomKey);
  return datesIn(from, until).map((date) => ({
    date,
    priceMinor: rates && date >= today ? nightPrice(rates, date) : null,
    minNights: nightAt(stay.calendar, date)?.minNights ?? stay.minNights,
  }));
}
