import { shownImages } from '../../domain/images.ts';
import type { Listing } from '../../domain/listing.ts';
import type { ListingsContext } from '../context.ts';

export async function images(listing: Listing, _args: unknown, { loaders }: ListingsContext) {
  const shown = shownImages(listing, await loaders.images.load(listing.id));
  return shown.map((image) => ({ image, kind: listing.kind }));
}
