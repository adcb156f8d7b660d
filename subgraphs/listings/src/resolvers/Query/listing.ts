import type { QueryResolvers } from '../../generated/resolvers-types.ts';
import { loadListing } from '../references.ts';

export const listing: QueryResolvers['listing'] = async (_, { id }, context) => {
  const found = await loadListing(id, context);
  if (found) context.app.viewed(found, context.principal);
  return found;
};
