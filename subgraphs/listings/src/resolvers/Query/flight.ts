import type { QueryResolvers } from '../../generated/resolvers-types.ts';
import { listingLoader } from '../references.ts';

const load = listingLoader('FLIGHT');

export const flight: QueryResolvers['flight'] = async (_, { id }, context) => {
  const found = await load({ id }, context);
  if (found) context.app.viewed(found, context.principal);
  return found;
};
