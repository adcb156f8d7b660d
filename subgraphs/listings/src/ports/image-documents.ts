import type { ListingImage } from '../domain/images.ts';

/** Pictures of listings, as documents: one list per listing, read and written whole. Writing the same list again changes nothing. */
export interface ImageDocuments {
  put(images: ReadonlyMap<string, readonly ListingImage[]>): Promise<void>;
  get(listingIds: readonly string[]): Promise<ReadonlyMap<string, readonly ListingImage[]>>;
}
