import type { OutgoingEvent } from '@meridian/platform/outbox/outbox';
import type { AirportBook, AirportReader } from './airport-book.ts';
import type { AlertBook, AlertReader } from './alert-book.ts';
import type { DealBook, DealReader } from './deal-book.ts';
import type { EvaluationBook, EvaluationReader } from './evaluation-book.ts';
import type { ListingBook, ListingReader } from './listing-book.ts';
import type { Observations, SeenPrices } from './observations.ts';
import type { StockBook } from './stock-book.ts';
import type { Streams } from './streams.ts';
import type { WatchBook } from './watch-book.ts';

/** An open transaction over everything that deals keeps. What it reads stays true until it ends, its own writes included. */
export interface DealsTransaction {
  readonly listings: ListingBook;
  readonly airports: AirportBook;
  readonly observations: Observations;
  readonly stock: StockBook;
  readonly watches: WatchBook;
  readonly evaluations: EvaluationBook;
  readonly alerts: AlertBook;
  readonly deals: DealBook;
  /** Tells others, in order. The events leave after the commit, or not at all. */
  announce(events: readonly OutgoingEvent[]): Promise<void>;
  /** Runs `action` after the commit, and never after a rollback. */
  afterCommit(action: () => void): void;
}

/**
 * Everything that deals keeps. What is read outside of a transaction is committed.
 *
 * Guarantees, held by `test/deals-store.contract.ts`:
 * - a throw inside `work` rolls back and is rethrown; an answer with `ok: false` rolls back too and is returned;
 * - a number of a stream that a transaction took is taken again when it rolls back.
 */
export interface DealsStore {
  readonly listings: ListingReader;
  readonly airports: AirportReader;
  readonly observations: SeenPrices;
  readonly alerts: AlertReader;
  readonly deals: DealReader;
  readonly evaluations: EvaluationReader;
  readonly streams: Streams;
  transaction<T>(work: (transaction: DealsTransaction) => Promise<T>): Promise<T>;
}
