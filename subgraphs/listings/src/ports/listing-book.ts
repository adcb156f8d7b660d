import type { Listing, ListingKind, Stay } from '../domain/listing.ts';
import type { Page } from './page.ts';

/** A listing as it is to be. Its `version` is the one to store: 1 for a new one, otherwise one above the stored one. */
export type ListingWrite = Readonly<{
  listing: Listing;
  isNew: boolean;
  pictureSeeds?: readonly string[];
}>;

/** Listings, within a transaction. Every write also renews search, the owners of departures, and the outbox. */
export interface ListingBook {
  find(id: string): Promise<Listing | undefined>;
  /** Known listings by source key; removed ones too. */
  findBySourceKeys(sourceKeys: readonly string[]): Promise<ReadonlyMap<string, Listing>>;
  /** Stores listings and announces `listing.created` or `listing.updated` for each. Throws when a stored version is not the one before. */
  write(writes: readonly ListingWrite[]): Promise<void>;
  /** Takes a listing out of search, keeps its row as REMOVED, and announces `listing.deleted`. */
  remove(listing: Listing): Promise<void>;
  /** Adds a rating of a guest of ours to a listing and to what search knows of it. The version stays. */
  rate(listing: Listing, rating: number): Promise<void>;
  /** Takes such a rating away again. */
  unrate(listing: Listing, rating: number): Promise<void>;
  /** Who counts the seats of these departures; those that nobody knows yet are left out. */
  departureOwners(resources: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** Where a listing stands among others: when it was first published, epoch milliseconds, and its id among equals. */
export type ListingPlace = Readonly<{ createdAt: number; id: string }>;

/** Which listings, behind one when it is given. What is left out does not matter. */
export type ListedListings = Readonly<{
  ownerId?: string | undefined;
  kind?: ListingKind | undefined;
  /** A part of the title or city, in any case, or a whole id; for flights also number, airline, airport and city of arrival. */
  text?: string | undefined;
  first: number;
  after?: ListingPlace | undefined;
}>;

/** Listings as they were committed. */
export interface ListingReader {
  /** Listings by id; removed ones too, with their status. */
  findMany(ids: readonly string[]): Promise<ReadonlyMap<string, Listing>>;
  /** Listings without those that were removed, the newest first. */
  list(request: ListedListings): Promise<Page<Listing>>;
  /** Published stays and cars by city. */
  countsByCity(cityKeys: readonly string[]): Promise<ReadonlyMap<string, Readonly<{ stays: number; cars: number }>>>;
  /** For those of the source keys that are known stays. */
  staysBySourceKeys(sourceKeys: readonly string[]): Promise<ReadonlyMap<string, Pick<Stay, 'currency'>>>;
}
