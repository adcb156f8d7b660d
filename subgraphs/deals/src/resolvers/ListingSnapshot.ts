import type { Snapshot } from '../domain/listing-facts.ts';

export const ListingSnapshot = {
  price: ({ priceMinor, currency }: Snapshot) => ({ minor: priceMinor, currency }),
};
