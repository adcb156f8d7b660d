import type { Clock } from '@meridian/platform/time/clock';
import type { Car } from '../../domain/listing.ts';
import { type Offer, offerFor } from '../../domain/offer.ts';

/** Which car, and from when to when, on the clock of the place. */
export type OfferCarRequest = Readonly<{ car: Car; pickUpAt: string; dropOffAt: string }>;

/** The offer for a hire at the car's present price; undefined when it cannot be had. */
export const createOfferCar =
  ({ clock }: Readonly<{ clock: Clock }>) =>
  ({ car, pickUpAt, dropOffAt }: OfferCarRequest): Offer | undefined =>
    offerFor(car, { kind: 'CAR', listingId: car.id, pickUpAt, dropOffAt }, clock.now());
