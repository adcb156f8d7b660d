import { amenityFacts } from '@meridian/schema/contracts/amenity-facts';
import { slug } from '../domain/folded-text.ts';
import type { StayResolvers } from '../generated/resolvers-types.ts';
import { listingFields } from './Listing.ts';
import { placeOfCity } from './place-of-city.ts';
import { __resolveReference } from './Stay/__resolveReference.ts';
import { offer } from './Stay/offer.ts';
import { offers } from './Stay/offers.ts';
import { inWords, toMoney, toPercent } from './shapes.ts';

/** A place to stay, by the night. */
export const Stay: StayResolvers = {
  ...listingFields,
  __resolveReference,
  amenities: ({ amenities }) => amenities.map((name) => ({ key: slug(name), name })),
  roomTypes: (stay) => stay.roomTypes.map((room) => ({ room, stay })),
  nightlyPrice: ({ basePriceMinor, currency }) => (basePriceMinor === null ? null : toMoney(basePriceMinor, currency)),
  cleaningFee: ({ cleaningFeeMinor, currency }) => toMoney(cleaningFeeMinor, currency),
  taxPercent: ({ taxPerMille }) => toPercent(taxPerMille),
  petFriendly: ({ amenities }) => amenityFacts(amenities).includes('PET_FRIENDLY'),
  subratings: ({ subratings }) =>
    Object.entries(subratings).map(([aspect, rating]) => ({ aspect: inWords(aspect), rating })),
  offer,
  place: placeOfCity,
  offers,
};
