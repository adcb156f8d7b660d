import { kindOfId, type Listing, type ListingKind } from '../domain/listing.ts';
import type { ListingsContext } from './context.ts';

/** What another subgraph hands over: the key. */
export type ListingKey = Readonly<{ id: string }>;

/** Finds a listing of one kind that another subgraph refers to; one that was removed, too, since what refers to it outlives it. */
export const referenceOf =
  <Kind extends ListingKind>(kind: Kind) =>
  async ({ id }: ListingKey, { loaders }: ListingsContext): Promise<Extract<Listing, { kind: Kind }> | null> => {
    const listing = kindOfId(id) === kind ? await loaders.listing.load(id) : null;
    return listing as Extract<Listing, { kind: Kind }> | null;
  };
