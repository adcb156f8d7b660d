import type { SubgraphContext } from '@meridian/platform/subgraph/subgraph-context';
import type DataLoader from 'dataloader';
import type { ListingsApplication } from '../application/listings-application.ts';
import type { Listing } from '../domain/listing.ts';
import type { ImageRecord } from '../ports/image-documents.ts';
import type { ListingReader } from '../ports/listing-book.ts';
import type { Airline, Airport, Place, ReferenceData } from '../ports/reference-data.ts';
import type { ReviewReader } from '../ports/review-book.ts';
import type { ReviewText } from '../ports/review-documents.ts';

/** Each batches what one request asks for, and forgets it afterwards. */
export type ListingsLoaders = Readonly<{
  listing: DataLoader<string, Listing | null>;
  airport: DataLoader<string, Airport | null>;
  airline: DataLoader<string, Airline | null>;
  airportsOfCity: DataLoader<string, readonly Airport[]>;
  place: DataLoader<string, Place | null>;
  cityCounts: DataLoader<string, Readonly<{ stays: number; cars: number }>>;
  images: DataLoader<string, readonly ImageRecord[]>;
  reviewText: DataLoader<string, ReviewText | null>;
  profileId: DataLoader<string, string | null>;
}>;

/** What resolvers read directly: lists that no rule stands before. */
export type ListingsReads = Readonly<{
  listings: Pick<ListingReader, 'ownedBy'>;
  reference: Pick<ReferenceData, 'airlinesByName' | 'routes'>;
  reviews: Pick<ReviewReader, 'ofListing'>;
}>;

/** What this subgraph's resolvers know of a request. */
export type ListingsContext = SubgraphContext &
  Readonly<{ app: ListingsApplication; reads: ListingsReads; loaders: ListingsLoaders }>;
