import type { QueryResolvers } from '../../generated/resolvers-types.ts';
import { badArguments } from '../failures.ts';
import { criteriaOf, pageOfSearch } from '../search-request.ts';

export const searchFlights: QueryResolvers['searchFlights'] = async (_parent, args, { listings, principal }) => {
  const { adults = 1, children = 0, ...input } = criteriaOf(args.input);
  const criteria = { ...input, adults, children };
  const answer = await listings.searchFlights({ criteria, ...pageOfSearch(args, 'PRICE'), principal });
  if (!answer.ok) throw badArguments(answer.failure);
  return answer.page;
};
