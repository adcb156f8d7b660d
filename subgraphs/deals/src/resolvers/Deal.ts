import type { Deal as DomainDeal } from '../domain/deal.ts';
import type { DealsContext } from './context.ts';
import { toListing } from './listing-reference.ts';

/** A low price. */
export const Deal = {
  __resolveReference: ({ id }: { id: string }, { loaders }: DealsContext) => loaders.deal.load(id),
  listing: ({ listingId }: DomainDeal) => toListing(listingId),
  travelDate: ({ slot }: DomainDeal) => slot,
  tags: (deal: DomainDeal) => [...deal.tags],
  explanation: (deal: DomainDeal) => deal,
};
