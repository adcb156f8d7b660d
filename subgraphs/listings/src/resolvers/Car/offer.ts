import type { CarResolvers } from '../../generated/resolvers-types.ts';
import { toMinute } from '../shapes.ts';

export const offer: CarResolvers['offer'] = (car, { pickUpAt, dropOffAt }, { listings }) =>
  listings.offerCar({ car, pickUpAt: toMinute(pickUpAt), dropOffAt: toMinute(dropOffAt) }) ?? null;
