import type { ListingReference } from './parents.ts';

const typeNames: Readonly<Record<string, ListingReference['__typename']>> = { flt: 'Flight', sty: 'Stay', car: 'Car' };

/** A listing by its id; the listings subgraph knows the rest. Null for an id that is no listing's. */
export function listingById(id: string): ListingReference | null {
  const __typename = typeNames[id.slice(0, id.indexOf('_'))];
  return __typename ? { __typename, id } : null;
}
