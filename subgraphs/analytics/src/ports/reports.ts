import type { OpenSpan } from '../domain/day-span.ts';
import type { ListingKind } from '../domain/listing.ts';
import type { EventCount } from '../domain/look-to-book.ts';
import type { RevenueGroup, RevenueSums } from '../domain/revenue-report.ts';
import type { ListingActivity, ListingRanking } from '../domain/top-listings.ts';
import type { Weights } from '../domain/weights.ts';

/** Which counts: of these days, of this topic, of these types. */
export type CountFilter = OpenSpan & Readonly<{ topic?: string | undefined; types?: readonly string[] | undefined }>;

/** How many come first, and what amounts of different currencies are worth in one order. */
export type Ranked = Readonly<{ first: number; weights: Weights }>;
/** Which listings are ranked, and by what. */
export type RankFilter = Ranked & Readonly<{ by: ListingRanking; kind?: ListingKind | undefined }>;

/** Reads the rollups, over all partitions. */
export interface Reports {
  /** The newest day first, then by topic and type. */
  eventCounts(filter: CountFilter): Promise<EventCount[]>;
  /** Exact sums per group and currency, of the first groups: the newest months, or the cities and vendors with the most net revenue. */
  revenue(groupBy: RevenueGroup, span: OpenSpan, ranked: Ranked): Promise<RevenueSums[]>;
  /** What is known of these listings; one entry per listing and currency, none for a listing without activity. */
  activity(listingIds: readonly string[]): Promise<ListingActivity[]>;
  /** The first listings of a ranking, those with nothing to show left out; the lower id comes first among equals. */
  topListings(filter: RankFilter): Promise<string[]>;
}
