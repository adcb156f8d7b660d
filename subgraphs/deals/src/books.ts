import { createEventFactory } from '@meridian/platform/event-log/create-event';
import type { ExchangeRates } from '@meridian/platform/exchange-rates/exchange-rates';
import type { Ids } from '@meridian/platform/ids/ids';
import type { Outbox } from '@meridian/platform/outbox/outbox';
import { createSqlOutbox } from '@meridian/platform/outbox/sql-outbox';
import type { Clock } from '@meridian/platform/time/clock';
import { createSqlAlertBook } from './adapters/sql-alert-book.ts';
import { createSqlDealBook } from './adapters/sql-deal-book.ts';
import { createSqlListingBook } from './adapters/sql-listing-book.ts';
import { createSqlObservations } from './adapters/sql-observations.ts';
import { createSqlStockBook } from './adapters/sql-stock-book.ts';
import { createSqlStreams } from './adapters/sql-streams.ts';
import { createSqlWatchBook } from './adapters/sql-watch-book.ts';
import { createPublisher } from './events/published.ts';
import type { AlertBook } from './ports/alert-book.ts';
import type { DealBook } from './ports/deal-book.ts';
import type { ListingBook } from './ports/listing-book.ts';
import type { Observations } from './ports/observations.ts';
import type { Publisher } from './ports/publisher.ts';
import type { StockBook } from './ports/stock-book.ts';
import type { Streams } from './ports/streams.ts';
import type { WatchBook } from './ports/watch-book.ts';

/** Everything that deals keeps, and how it tells others. */
export type Books = Readonly<{
  listings: ListingBook;
  observations: Observations;
  stock: StockBook;
  watches: WatchBook;
  alerts: AlertBook;
  deals: DealBook;
  streams: Streams;
  rates: ExchangeRates;
  publisher: Publisher;
  outbox: Outbox;
}>;

/** The books on SQL. They hold no connection: each call brings its executor. */
export function createSqlBooks({ clock, ids, rates }: { clock: Clock; ids: Ids; rates: ExchangeRates }): Books {
  const streams = createSqlStreams({ ids });
  return {
    listings: createSqlListingBook(),
    observations: createSqlObservations(),
    stock: createSqlStockBook(),
    watches: createSqlWatchBook(),
    alerts: createSqlAlertBook({ streams }),
    deals: createSqlDealBook({ streams }),
    streams,
    rates,
    publisher: createPublisher({ events: createEventFactory({ source: '/meridian/deals', clock, ids }) }),
    outbox: createSqlOutbox({ clock }),
  };
}
