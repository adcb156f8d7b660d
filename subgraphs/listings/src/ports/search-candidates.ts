import type { BoundingBox } from '@meridian/platform/values/geo';
import type { CarCandidate } from '../domain/search/car-search.ts';
import type { FlightCandidate } from '../domain/search/flight-search.ts';
import type { StayCandidate } from '../domain/search/stay-search.ts';

/** Airports and dates; at least one of the lists of airports is given. */
export type FlightCandidateQuery = Readonly<{
  origins?: readonly string[];
  destinations?: readonly string[];
  /** The local date of departure; otherwise every date from `notBefore` on. */
  date?: string;
  notBefore: string;
}>;

/** A city, or an area of it, or a box, or both. */
export type StayCandidateQuery = Readonly<{ cityKey?: string; areaKey?: string; box?: BoundingBox }>;

/** A city, and an airport at which cars of other cities may stand. */
export type CarCandidateQuery = Readonly<{ cityKey: string; airport?: string }>;

/** Which stock is asked for: resources, and the dates between which something may be taken, both included. */
export type StockQuery = Readonly<{ resources: readonly string[]; from: string; until: string }>;

/** Finds by index what a search may answer with, with all that filters, facets and sorting need. Only published listings. */
export interface SearchCandidates {
  flights(query: FlightCandidateQuery): Promise<readonly FlightCandidate[]>;
  stays(query: StayCandidateQuery): Promise<readonly StayCandidate[]>;
  /** How many stays lie in a box, counted no further than `most`, so that counting costs as little as the answer may. */
  countStays(box: BoundingBox, most: number): Promise<number>;
  cars(query: CarCandidateQuery): Promise<readonly CarCandidate[]>;
  /** What is left, by `resource@date`; slots of which nothing was ever taken are left out. */
  remaining(query: StockQuery): Promise<ReadonlyMap<string, number>>;
}
