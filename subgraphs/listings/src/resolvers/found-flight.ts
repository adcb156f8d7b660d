import type { FlightSearchEntry } from '../application/search/search-flights.ts';
import { fareFound } from '../domain/flight-fares.ts';
import { flightPrice } from '../domain/flight-price.ts';
import type { Fare, Flight } from '../domain/listing.ts';
import type { ListingsContext } from './context.ts';
import { requireListing } from './loaded.ts';

/** A flight that was found, on the way out or back. */
export type FoundFlight = Pick<FlightSearchEntry, 'found' | 'party'>;

/** The flight, and its fare as it is now. */
export async function loadFound(
  { found }: FoundFlight,
  context: ListingsContext,
): Promise<Readonly<{ flight: Flight; fare: Fare; currency: string }>> {
  const flight = await requireListing('FLIGHT', found.candidate.id, context);
  return { flight, fare: fareFound(flight, found.option.fare.id), currency: flight.currency };
}

/** What the party pays for it, one way. */
export async function priceOfFound(entry: FoundFlight, context: ListingsContext) {
  const { fare, currency } = await loadFound(entry, context);
  return flightPrice(fare, entry.party, currency);
}

/** The offer for the fare and the party. */
export async function offerOfFound(entry: FoundFlight, context: ListingsContext) {
  const { flight, fare } = await loadFound(entry, context);
  return context.listings.offerFlight({ flight, fareId: fare.id, ...entry.party }) ?? null;
}
