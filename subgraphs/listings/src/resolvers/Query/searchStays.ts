import type { QueryResolvers } from '../../generated/resolvers-types.ts';
import { badArguments } from '../failures.ts';
import { criteriaOf, pageOfSearch } from '../search-request.ts';

export const searchStays: QueryResolvers['searchStays'] = async (_parent, args, { listings, principal }) => {
  const { guests = 1, rooms = 1, ...input } = criteriaOf(args.input);
  const criteria = { ...input, guests, rooms };
  const answer = await listings.searchStays({ criteria, ...pageOfSearch(args, 'PRICE'), principal });
  if (!answer.ok) throw badArguments(answer.failure);
  return answer.page;
};
