import { fareTerms, termsOf } from './cancellation.ts';
import { type Party, partySize } from './flight-price.ts';
import type { Fare, Flight } from './listing.ts';

/** The policy of the cheapest fare stands for the flight. */
export const flightTerms = (fares: readonly Fare[]) => (fares[0] ? fareTerms(fares[0]) : termsOf('NON_REFUNDABLE'));

/** The cheapest fare of which enough seats are on sale for a party. */
export const fareFor = ({ fares }: Pick<Flight, 'fares'>, party: Party): Fare | undefined =>
  fares.find(({ limit }) => limit >= partySize(party));

/**
 * The fare of an id that a search has found. A change between searching and reading may have taken it away: then the cheapest one
 * stands for it.
 *
 * @throws Error for a flight without fares, which none is stored as
 */
export function fareFound({ id, fares }: Pick<Flight, 'id' | 'fares'>, fareId: string): Fare {
  const fare = fares.find((each) => each.id === fareId) ?? fares[0];
  if (!fare) throw new Error(`The flight ${id} has no fare.`);
  return fare;
}

/** Who sells a flight, as the flight itself tells it: the carrier of its first segment. */
export const sellerOf = ({ segments: [first] }: Pick<Flight, 'segments'>): string | null => first?.carrierName ?? null;
