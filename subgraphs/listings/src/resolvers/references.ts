import { kindOfId, type Listing, type ListingKind } from '../domain/listing.ts';
import type { Airline, Airport } from '../ports/reference-data.ts';
import type { ListingsContext } from './context.ts';

type OfKind<Kind extends ListingKind> = Extract<Listing, { kind: Kind }>;

/** Whether a caller may see a listing: everybody sees what is published, its owner also the draft, nobody what was removed. */
function isVisible(listing: Listing, { principal }: ListingsContext): boolean {
  if (listing.status !== 'DRAFT') return listing.status === 'PUBLISHED';
  return principal.kind === 'user' && principal.userId === listing.ownerId;
}

/** Loads a listing of any kind; null for an id that names none, or none that the caller may see. */
export async function loadListing(id: string, context: ListingsContext): Promise<Listing | null> {
  if (kindOfId(id) === undefined) return null;
  const listing = await context.loaders.listing.load(id);
  return listing && isVisible(listing, context) ? listing : null;
}

/** Loads a listing of one kind. */
export const listingLoader =
  <Kind extends ListingKind>(kind: Kind) =>
  async ({ id }: Readonly<{ id: string }>, context: ListingsContext): Promise<OfKind<Kind> | null> => {
    if (kindOfId(id) !== kind) return null;
    return (await loadListing(id, context)) as OfKind<Kind> | null;
  };

/**
 * Resolves a reference to a listing of one kind from another subgraph: a trip, an alert, a deal. Those outlive the listing, so that a
 * removed one is answered too, with its status: what was booked stays readable.
 */
export const listingReference =
  <Kind extends ListingKind>(kind: Kind) =>
  async ({ id }: Readonly<{ id: string }>, context: ListingsContext): Promise<OfKind<Kind> | null> => {
    if (kindOfId(id) !== kind) return null;
    const listing = await context.loaders.listing.load(id);
    const isReadable = listing && (listing.status === 'REMOVED' || isVisible(listing, context));
    return isReadable ? (listing as OfKind<Kind>) : null;
  };

/** An airline by its code. A carrier that is not among the airlines is shown by what its segment says. */
export async function loadCarrier(code: string, name: string | null, context: ListingsContext): Promise<Airline> {
  const airline = await context.loaders.airline.load(code);
  return airline ?? { code, icao: null, name: name ?? code, countryName: null, active: true };
}

/** An airport that a listing names. Listings are only stored with known airports, so a missing one is a fault. */
export async function requireAirport(code: string, context: ListingsContext): Promise<Airport> {
  const airport = await context.loaders.airport.load(code);
  if (!airport) throw new Error(`The airport ${code}, which a listing names, is missing.`);
  return airport;
}
