import { phaseOf } from '../domain/price-watch.ts';
import type { PriceWatchResolvers } from '../generated/resolvers-types.ts';
import { listingById } from './listing-reference.ts';
import { __resolveReference } from './PriceWatch/__resolveReference.ts';

/** A wish to be told. */
export const PriceWatch: PriceWatchResolvers = {
  __resolveReference,
  listing: ({ target }) => (target.kind === 'LISTING' ? listingById(target.listingId) : null),
  search: ({ target }) => (target.kind === 'SEARCH' ? target.search : null),
  state: (watch) => phaseOf(watch),
};
