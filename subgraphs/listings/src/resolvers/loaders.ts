import DataLoader from 'dataloader';
import type { ListingImage } from '../domain/images.ts';
import type { Listing } from '../domain/listing.ts';
import type { ImageDocuments } from '../ports/image-documents.ts';
import type { ListingReader } from '../ports/listing-book.ts';
import type { Authors } from '../ports/projections.ts';
import type { Airline, Airport, Place, ReferenceData } from '../ports/reference-data.ts';
import type { ReviewDocuments, ReviewText } from '../ports/review-documents.ts';

/** What loaders read from. */
export type LoaderSources = Readonly<{
  listings: ListingReader;
  reference: ReferenceData;
  images: Pick<ImageDocuments, 'get'>;
  reviewDocuments: Pick<ReviewDocuments, 'get'>;
  authors: Authors;
}>;

/** Each batches what one request asks for, and forgets it afterwards. */
export type ListingsLoaders = Readonly<{
  /** Whatever its status: who may see it, the caller asks. */
  listing: DataLoader<string, Listing | null>;
  airport: DataLoader<string, Airport | null>;
  airline: DataLoader<string, Airline | null>;
  airportsOfCity: DataLoader<string, readonly Airport[]>;
  place: DataLoader<string, Place | null>;
  cityCounts: DataLoader<string, Readonly<{ stays: number; cars: number }>>;
  images: DataLoader<string, readonly ListingImage[]>;
  reviewText: DataLoader<string, ReviewText | null>;
  profileId: DataLoader<string, string | null>;
}>;

/** A loader over a read that answers many keys at once; what it leaves out is answered with `missing`. */
function loaderOf<Value, Missing>(
  read: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
  missing: Missing,
): DataLoader<string, Value | Missing> {
  return new DataLoader<string, Value | Missing>(async (keys) => {
    const found = await read(keys);
    return keys.map((key) => found.get(key) ?? missing);
  });
}

/** Fresh loaders, for one request. */
export const createLoaders = ({
  listings,
  reference,
  images,
  reviewDocuments,
  authors,
}: LoaderSources): ListingsLoaders => ({
  listing: loaderOf((ids) => listings.findMany(ids), null),
  airport: loaderOf((codes) => reference.airports(codes), null),
  airline: loaderOf((codes) => reference.airlines(codes), null),
  airportsOfCity: loaderOf((keys) => reference.airportsOfCities(keys), []),
  place: loaderOf((ids) => reference.places(ids), null),
  cityCounts: loaderOf((keys) => listings.countsByCity(keys), { stays: 0, cars: 0 }),
  images: loaderOf((ids) => images.get(ids), []),
  reviewText: loaderOf((ids) => reviewDocuments.get(ids), null),
  profileId: loaderOf((ids) => authors.profileIds(ids), null),
});
