import type { QueryResolvers } from '../../generated/resolvers-types.ts';
import { loadOffer } from '../Offer.ts';

export const offer: QueryResolvers['offer'] = (_, { id }, context) => loadOffer(id, context);
