import type { ExchangeRates } from '@meridian/platform/exchange-rates/exchange-rates';
import type { Cursors } from '@meridian/platform/identity/cursor';
import type { Ids } from '@meridian/platform/ids/ids';
import type { OutboxMonitor } from '@meridian/platform/outbox/outbox';
import { createReadOutbox } from '@meridian/platform/subgraph/read-outbox';
import type { Clock } from '@meridian/platform/time/clock';
import type { AccountReader } from '../ports/account-reader.ts';
import type { DealsStore } from '../ports/deals-store.ts';
import type { LiveHub } from '../ports/live-hub.ts';
import { createCountDealFacets } from './count-deal-facets.ts';
import { createCountUnreadAlerts } from './count-unread-alerts.ts';
import { createCreatePriceWatch } from './create-price-watch.ts';
import { createDeletePriceWatch } from './delete-price-watch.ts';
import { createListAlerts } from './list-alerts.ts';
import { createListWatches } from './list-watches.ts';
import { createMarkAlertsRead } from './mark-alerts-read.ts';
import { createReadDealFilter } from './read-deal-filter.ts';
import { createReadDealsOn } from './read-deals-on.ts';
import { createReadEpoch } from './read-epoch.ts';
import { createReadInsights } from './read-insights.ts';
import { createReadPriceHistory } from './read-price-history.ts';
import type { Deliveries } from './record-deliveries.ts';
import { createSearchDeals } from './search-deals.ts';
import { createStreamAlerts } from './stream-alerts.ts';
import { createStreamDeals } from './stream-deals.ts';
import { createUpdatePriceWatch } from './update-price-watch.ts';

/** Everything that the use cases which callers reach stand on. */
export type ApplicationDeps = Readonly<{
  store: DealsStore;
  outbox: OutboxMonitor;
  reader: AccountReader;
  rates: ExchangeRates;
  cursors: Cursors;
  hub: LiveHub;
  deliveries: Deliveries;
  clock: Clock;
  ids: Ids;
  watchesPerAccount: number;
  /** See `followStream`. */
  patience: number;
}>;

/** The use cases of deals. */
export const createDealsApplication = (deps: ApplicationDeps) => ({
  createPriceWatch: createCreatePriceWatch(deps),
  updatePriceWatch: createUpdatePriceWatch(deps),
  deletePriceWatch: createDeletePriceWatch(deps),
  listWatches: createListWatches(deps),
  listAlerts: createListAlerts(deps),
  countUnreadAlerts: createCountUnreadAlerts(deps),
  markAlertsRead: createMarkAlertsRead(deps),
  streamAlerts: createStreamAlerts(deps),
  readDealFilter: createReadDealFilter(deps),
  searchDeals: createSearchDeals(deps),
  countDealFacets: createCountDealFacets(deps),
  readDealsOn: createReadDealsOn(deps),
  streamDeals: createStreamDeals(deps),
  readInsights: createReadInsights(deps),
  readPriceHistory: createReadPriceHistory(deps),
  readEpoch: createReadEpoch(deps),
  readOutbox: createReadOutbox({ ...deps, service: 'deals' }),
});

/** What callers can ask of deals. */
export type DealsApplication = ReturnType<typeof createDealsApplication>;
