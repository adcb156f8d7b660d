import { pageSize, type RowPlace } from '@meridian/platform/subgraph/pages';
import type { Listing } from '../../domain/listing.ts';
import type { ReviewPlace, StoredReview } from '../../ports/review-book.ts';
import type { ListingsContext } from '../context.ts';
import { openList } from '../list-page.ts';

type Arguments = Readonly<{ first?: number | null; after?: string | null }>;

const placeIn = ({ postedAt, id }: StoredReview): RowPlace => ({ position: Date.parse(postedAt), id });

const reviewPlace = ({ position, id }: RowPlace): ReviewPlace => ({ postedAt: new Date(position).toISOString(), id });

export async function reviews({ id }: Listing, args: Arguments, { listings, cursors }: ListingsContext) {
  const list = openList(cursors, { name: 'reviews', of: { id } });
  const after = list.placeOf(args.after);
  const request = { listingId: id, first: pageSize(args.first), after: after && reviewPlace(after) };
  return list.toConnection(await listings.listReviews(request), { after, placeIn });
}
