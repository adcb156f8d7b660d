import type { CarResolvers } from '../generated/resolvers-types.ts';
import { __resolveReference } from './Car/__resolveReference.ts';
import { offer } from './Car/offer.ts';
import { pickUpAirport } from './Car/pickUpAirport.ts';
import { listingFields } from './Listing.ts';
import { placeOfCity } from './place-of-city.ts';
import { toMoney, toPercent } from './shapes.ts';

/** A car to hire, by the day. */
export const Car: CarResolvers = {
  ...listingFields,
  __resolveReference,
  dailyPrice: ({ dailyPriceMinor, currency }) => toMoney(dailyPriceMinor, currency),
  serviceFee: ({ serviceFeeMinor, currency }) => toMoney(serviceFeeMinor, currency),
  taxPercent: ({ taxPerMille }) => toPercent(taxPerMille),
  pickUpAirport,
  offer,
  place: placeOfCity,
};
