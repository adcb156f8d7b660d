import type { Ids } from '@meridian/platform/ids/ids';
import type { Outbox } from '@meridian/platform/outbox/outbox';
import type { SqlDatabase, SqlTransaction } from '@meridian/platform/sql/sql-database';
import { decideAnew } from '@meridian/platform/transactions/stale-row';
import type { DealsStore, DealsTransaction } from '../ports/deals-store.ts';
import { createSqlAirportBook, createSqlAirportReader } from './sql-airport-book.ts';
import { createSqlAlertBook, createSqlAlertReader } from './sql-alert-book.ts';
import { createSqlDealBook, createSqlDealReader } from './sql-deal-book.ts';
import { createSqlEvaluationBook, createSqlEvaluationReader } from './sql-evaluation-book.ts';
import { createSqlListingBook, createSqlListingReader } from './sql-listing-book.ts';
import { createSqlObservations, createSqlSeenPrices } from './sql-observations.ts';
import { createSqlStockBook } from './sql-stock-book.ts';
import { createSqlStreams } from './sql-streams.ts';
import { createSqlWatchBook } from './sql-watch-book.ts';

/** Opens the books of deals within a transaction that somebody else has begun, such as a consumer with its inbox. */
export type OpenBooks = (sql: SqlTransaction) => DealsTransaction;

/** The books of deals on SQL. They share the transaction that they are opened in, outbox included. */
export const createOpenBooks =
  ({ outbox }: { outbox: Outbox }): OpenBooks =>
  (sql) => ({
    listings: createSqlListingBook(sql),
    airports: createSqlAirportBook(sql),
    observations: createSqlObservations(sql),
    stock: createSqlStockBook(sql),
    watches: createSqlWatchBook(sql),
    evaluations: createSqlEvaluationBook(sql),
    alerts: createSqlAlertBook(sql),
    deals: createSqlDealBook(sql),
    announce: (events) => outbox.add(sql, events),
    afterCommit: (action) => sql.afterCommit(action),
  });

/** Everything that deals keeps, in one SQL database. */
export const createSqlDealsStore = (deps: { database: SqlDatabase; ids: Ids; openBooks: OpenBooks }): DealsStore => ({
  listings: createSqlListingReader(deps.database),
  airports: createSqlAirportReader(deps.database),
  observations: createSqlSeenPrices(deps.database),
  alerts: createSqlAlertReader(deps.database),
  deals: createSqlDealReader(deps.database),
  evaluations: createSqlEvaluationReader(deps.database),
  streams: createSqlStreams({ executor: deps.database, ids: deps.ids }),
  transaction: (work) => decideAnew(() => deps.database.transaction((sql) => work(deps.openBooks(sql)))),
});
