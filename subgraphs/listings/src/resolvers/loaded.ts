import type { Listing, ListingKind } from '../domain/listing.ts';
import type { Airline, Airport } from '../ports/reference-data.ts';
import type { ListingsContext } from './context.ts';

type Loading = Pick<ListingsContext, 'loaders'>;

/**
 * A listing that a search has found. Taken down since, it is still there, with its status: whoever searched sees it go, not an error.
 *
 * @throws Error when there is none of this kind, which no search finds
 */
export async function requireListing<Kind extends ListingKind>(
  kind: Kind,
  id: string,
  { loaders }: Loading,
): Promise<Extract<Listing, { kind: Kind }>> {
  const listing = await loaders.listing.load(id);
  if (listing?.kind !== kind) throw new Error(`The listing ${id} was found by search but is gone.`);
  return listing as Extract<Listing, { kind: Kind }>;
}

/** An airport that a listing names. Listings are only stored with known airports, so a missing one is a fault. */
export async function requireAirport(code: string, { loaders }: Loading): Promise<Airport> {
  const airport = await loaders.airport.load(code);
  if (!airport) throw new Error(`The airport ${code}, which a listing names, is missing.`);
  return airport;
}

/** An airline by its code. A carrier that is not among the airlines is shown by what its segment says. */
export async function loadCarrier(code: string, name: string | null, { loaders }: Loading): Promise<Airline> {
  const airline = await loaders.airline.load(code);
  return airline ?? { code, icao: null, name: name ?? code, countryName: null, active: true };
}
