import { cityKeyOf } from '../domain/folded-text.ts';
import type { Listing } from '../domain/listing.ts';
import { placeIdOf } from '../domain/places.ts';
import type { ListingsContext } from './context.ts';

/** The city of a listing, as a place that can be searched. */
export const placeOfCity = (listing: Listing, _args: unknown, { loaders }: ListingsContext) =>
  loaders.place.load(placeIdOf('CITY', cityKeyOf(listing)));
