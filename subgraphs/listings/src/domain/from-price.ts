import type { LocalDate } from '@meridian/platform/values/local-date';
import { carPrice } from './car-price.ts';
import { fareTotal } from './flight-price.ts';
import type { Listing } from './listing.ts';
import { cheapestNight, ratesOf } from './night-rates.ts';
import { stayPrice } from './stay-price.ts';

const lowest = (amounts: readonly number[]): number | null => (amounts.length === 0 ? null : Math.min(...amounts));

/**
 * The lowest price, with taxes and fees, at which something of a listing can be booked: a seat, a night, a day. Null when nothing
 * is on sale. What bookings have taken is not deducted: that changes without the listing.
 */
export function fromPriceOf(listing: Listing, today: LocalDate): number | null {
  switch (listing.kind) {
    case 'FLIGHT':
      return lowest(listing.fares.filter((fare) => fare.limit > 0).map(fareTotal));
    case 'STAY': {
      const nights = ratesOf(listing, today).flatMap((rates) => (rates.units > 0 ? (cheapestNight(rates) ?? []) : []));
      return lowest(nights.map((night) => stayPrice(listing, [night.priceMinor], 1).totalMinor));
    }
    case 'CAR':
      return listing.units > 0 ? carPrice(listing, 1).totalMinor : null;
  }
}
