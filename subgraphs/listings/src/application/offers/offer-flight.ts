import type { Clock } from '@meridian/platform/time/clock';
import { fareFor } from '../../domain/flight-fares.ts';
import type { Flight } from '../../domain/listing.ts';
import { type Offer, offerFor } from '../../domain/offer.ts';

/** Which fare of which flight for whom; without a fare the cheapest one that has enough seats. */
export type OfferFlightRequest = Readonly<{
  flight: Flight;
  fareId?: string | undefined;
  adults: number;
  children: number;
}>;

/** The offer for a party at the flight's present price; undefined when it cannot be had. */
export const createOfferFlight =
  ({ clock }: Readonly<{ clock: Clock }>) =>
  ({
    flight,
    adults,
    children,
    fareId = fareFor(flight, { adults, children })?.id,
  }: OfferFlightRequest): Offer | undefined =>
    fareId === undefined
      ? undefined
      : offerFor(flight, { kind: 'FLIGHT', listingId: flight.id, fareId, adults, children }, clock.now());
