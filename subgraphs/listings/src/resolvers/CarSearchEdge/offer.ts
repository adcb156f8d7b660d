import type { CarSearchEdgeResolvers } from '../../generated/resolvers-types.ts';
import { requireListing } from '../loaded.ts';

export const offer: CarSearchEdgeResolvers['offer'] = async ({ found, criteria }, _args, context) => {
  const { pickUpAt, dropOffAt } = criteria;
  if (pickUpAt === undefined || dropOffAt === undefined) return null;
  const car = await requireListing('CAR', found.candidate.id, context);
  return context.listings.offerCar({ car, pickUpAt, dropOffAt }) ?? null;
};
