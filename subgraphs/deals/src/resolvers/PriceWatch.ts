import { type PriceWatch as DomainWatch, phaseOf } from '../domain/price-watch.ts';
import type { DealsContext } from './context.ts';
import { isOwn, toListing } from './listing-reference.ts';

/** A wish to be told. */
export const PriceWatch = {
  /** A watch is its owner's alone, by whichever way it is asked for. */
  async __resolveReference({ id }: { id: string }, { loaders, principal }: DealsContext) {
    const watch = await loaders.watch.load(id);
    return watch && isOwn(principal, watch.userId) ? watch : null;
  },
  listing: ({ target }: DomainWatch) => (target.kind === 'LISTING' ? toListing(target.listingId) : null),
  search: ({ target }: DomainWatch) => (target.kind === 'SEARCH' ? target.search : null),
  state: (watch: DomainWatch) => phaseOf(watch),
};
