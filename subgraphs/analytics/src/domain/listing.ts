/** What can be booked. */
export type ListingKind = 'FLIGHT' | 'STAY' | 'CAR';

/** A listing by reference: its id tells its kind. */
export type ListingRef = Readonly<{ __typename: 'Flight' | 'Stay' | 'Car'; id: string }>;

const kinds: Readonly<Record<string, ListingKind>> = { flt: 'FLIGHT', sty: 'STAY', car: 'CAR' };
const typeNames = { FLIGHT: 'Flight', STAY: 'Stay', CAR: 'Car' } as const;

/** The id's prefix tells the kind, so nobody asks listings for it; undefined for what is no listing's id. */
export const kindOf = (listingId: string): ListingKind | undefined =>
  /^(flt|sty|car)_[0-9A-Za-z]{1,64}$/.test(listingId) ? kinds[listingId.slice(0, 3)] : undefined;

/** A reference to a listing; undefined for what is no listing's id. */
export function listingRefOf(listingId: string): ListingRef | undefined {
  const kind = kindOf(listingId);
  return kind && { __typename: typeNames[kind], id: listingId };
}
