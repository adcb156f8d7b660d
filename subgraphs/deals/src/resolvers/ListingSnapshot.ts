import type { Snapshot } from '../domain/listing-facts.ts';

/** What is remembered of a listing. */
export const ListingSnapshot = {
  price: ({ priceMinor, currency }: Snapshot) => ({ minor: priceMinor, currency }),
};
