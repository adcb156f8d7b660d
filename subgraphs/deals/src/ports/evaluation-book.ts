import type { SavedSearch } from '../domain/saved-search.ts';
import type { Sight } from '../domain/sight.ts';
import type { Cause } from './publisher.ts';

/** Watches that look at one thing: at a listing's price, at what a search finds, or at what is left of a listing's resource. */
export type Watched =
  | Readonly<{ kind: 'LISTING'; listingId: string }>
  | Readonly<{ kind: 'SEARCH'; search: SavedSearch }>
  | Readonly<{ kind: 'STOCK'; listingId: string; resource: string }>;

/**
 * What watches are held against, with all that it takes: how things stood just before an event, and just after it. So the result is
 * the same whenever it is done, whatever has changed in the meantime.
 */
export type Evaluation = Readonly<{
  watched: Watched;
  /** Null where nothing changes by the passing of time alone. */
  before: Sight | null;
  after: Sight;
  /** When the event happened, epoch milliseconds. */
  at: number;
  cause: Cause;
}>;

/** An evaluation and how far it has come: the watches behind an id are to be held against it. */
export type Begun = Readonly<{ evaluation: Evaluation; afterId: string }>;

/** One that waits to be gone on with. */
export type OpenEvaluation = Begun & Readonly<{ number: number; queue: string }>;

/** Evaluations that wait, in queues: of the watches on one thing, the order is that of the events. Within a transaction. */
export interface EvaluationBook {
  /** The number of the last evaluation that ever waited; 0 when none did. */
  last(): Promise<number>;
  /** Those of the things for whose watches something waits already. */
  waiting(watched: readonly Watched[]): Promise<ReadonlySet<Watched>>;
  /** Lets evaluations wait, each with the next number. */
  put(begun: readonly Begun[]): Promise<void>;
  /** The first one of the next queue behind `queue`, in a round. */
  next(queue: string): Promise<OpenEvaluation | undefined>;
  /** Notes how far one has come. */
  advance(number: number, afterId: string): Promise<void>;
  /** Takes one off. */
  end(number: number): Promise<void>;
}

/** Evaluations that wait, to read. */
export interface EvaluationReader {
  /** How many wait. */
  count(): Promise<number>;
}
