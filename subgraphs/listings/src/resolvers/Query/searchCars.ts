import type { QueryResolvers } from '../../generated/resolvers-types.ts';
import { badArguments } from '../failures.ts';
import { criteriaOf, pageOfSearch } from '../search-request.ts';
import { toMinute } from '../shapes.ts';

export const searchCars: QueryResolvers['searchCars'] = async (_parent, args, { listings, principal }) => {
  const { pickUpAt, dropOffAt, ...input } = criteriaOf(args.input);
  const times = {
    ...(pickUpAt ? { pickUpAt: toMinute(pickUpAt) } : {}),
    ...(dropOffAt ? { dropOffAt: toMinute(dropOffAt) } : {}),
  };
  const criteria = { ...input, ...times };
  const answer = await listings.searchCars({ criteria, ...pageOfSearch(args, 'PRICE'), principal });
  if (!answer.ok) throw badArguments(answer.failure);
  return answer.page;
};
