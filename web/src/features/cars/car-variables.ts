import type { CarQueryVariables } from '../../generated/features/cars/car.ts';
import { type Hire, momentsOf } from './cars-search.ts';

/** Stands for times that are not chosen yet: no offer is asked for then, and the graph wants some value. */
const anyMoment = '2000-01-01T00:00:00';

/** The car and the hire in the graph's words. */
export function carVariables(id: string, hire: Hire): CarQueryVariables {
  const { pickUpAt, dropOffAt } = momentsOf(hire);
  return { id, hasTimes: pickUpAt !== undefined, pickUpAt: pickUpAt ?? anyMoment, dropOffAt: dropOffAt ?? anyMoment };
}
