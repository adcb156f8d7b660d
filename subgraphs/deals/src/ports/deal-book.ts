import type { Deal } from '../domain/deal.ts';
import type { Grade } from '../domain/detection.ts';
import type { ListingKind } from '../domain/listing-facts.ts';
import type { DealTag } from '../domain/tags.ts';

/** Which deals. Absent filters do not narrow. */
export type DealCriteria = Readonly<{
  kinds?: readonly ListingKind[];
  grades?: readonly Grade[];
  tags?: readonly DealTag[];
  minScore?: number;
  maxBasisMinor?: number;
  origin?: string;
  destination?: string;
  city?: string;
}>;

/** In which order deals come; the lower id first among equals. */
export type DealSort = 'SCORE' | 'DISCOUNT' | 'PRICE' | 'NEWEST';

/** The place behind which a page goes on: the sorted value and the id of the deal before. */
export type DealPlace = Readonly<{ value: number; id: string }>;

/** How many deals have a value. */
export type FacetCount = Readonly<{ value: string; count: number }>;
/** The counts of each facet, the most frequent value first. */
export type DealFacetCounts = Readonly<Record<'kinds' | 'grades' | 'tags' | 'cities', readonly FacetCount[]>>;

/** A deal with a position of the stream: it was published, or published again after a change. */
export type Publication = Readonly<{ position: number; deal: Deal }>;

/** The read model of deals, to read. Instants are epoch milliseconds. */
export interface DealReader {
  find(ids: readonly string[]): Promise<Deal[]>;
  /** Deals that hold on these listings. */
  activeOf(listingIds: readonly string[]): Promise<Deal[]>;
  /** Publications behind a position, in order, each with the deal as it is now. */
  after(of: Readonly<{ position: number; limit: number }>): Promise<Publication[]>;
  /** Deals that hold at an instant, and how many there are. */
  page(
    of: Readonly<{ criteria: DealCriteria; sort: DealSort; after: DealPlace | undefined; limit: number; at: number }>,
  ): Promise<Readonly<{ deals: Deal[]; totalCount: number }>>;
  facets(criteria: DealCriteria, at: number): Promise<DealFacetCounts>;
  /** Deals that still count as holding though their end has come. */
  overdue(at: number, limit: number): Promise<Deal[]>;
}

/** The read model of deals, within a transaction. */
export interface DealBook extends DealReader {
  /** Deals that hold and take stock of these resources. */
  onResources(resources: readonly string[]): Promise<Deal[]>;
  /** Stores a deal, with the resources whose stock it takes while it holds. */
  save(deals: readonly (readonly [Deal, readonly string[]])[]): Promise<void>;
  /** Gives each a position of the deal stream, in order. */
  publish(deals: readonly Deal[], at: number): Promise<void>;
  /** Forgets at most `limit` publications older than an instant, and deals that ended before it. Returns how many publications. */
  prune(before: number, limit: number): Promise<number>;
}
