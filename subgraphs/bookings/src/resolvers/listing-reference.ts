import type { ListingKind } from '../domain/booking.ts';
import type { ListingReference } from './parents.ts';

const typeNames: Readonly<Record<ListingKind, ListingReference['__typename']>> = {
  FLIGHT: 'Flight',
  STAY: 'Stay',
  CAR: 'Car',
};

/** A listing by its id; the listings subgraph knows the rest. */
export const listingReference = (kind: ListingKind, id: string): ListingReference => ({
  __typename: typeNames[kind],
  id,
});

const kindOfPrefix: Readonly<Record<string, ListingKind>> = { flt: 'FLIGHT', sty: 'STAY', car: 'CAR' };

/** The same, from the id alone: its prefix tells the kind. Null for an id that is no listing's. */
export function listingById(id: string): ListingReference | null {
  const kind = kindOfPrefix[id.slice(0, id.indexOf('_'))];
  return kind ? listingReference(kind, id) : null;
}
