import type { ExchangeRates } from '@meridian/platform/exchange-rates/exchange-rates';
import type { Cursors } from '@meridian/platform/identity/cursor';
import type { Ids } from '@meridian/platform/ids/ids';
import type { Clock } from '@meridian/platform/time/clock';
import { createCreatePriceWatch } from './application/create-price-watch.ts';
import type { DealsApplication } from './application/deals-application.ts';
import { createDeletePriceWatch } from './application/delete-price-watch.ts';
import { createMarkAlertsRead } from './application/mark-alerts-read.ts';
import { createReadAlerts } from './application/read-alerts.ts';
import { createReadInsights } from './application/read-insights.ts';
import { createReadPriceHistory } from './application/read-price-history.ts';
import type { Deliveries } from './application/record-deliveries.ts';
import { createReadDealFilter, createSearchDeals } from './application/search-deals.ts';
import { createStreamAlerts } from './application/stream-alerts.ts';
import { createStreamDeals } from './application/stream-deals.ts';
import { createUpdatePriceWatch } from './application/update-price-watch.ts';
import type { AccountReader } from './ports/account-reader.ts';
import type { DealsStore } from './ports/deals-store.ts';
import type { LiveHub } from './ports/live-hub.ts';

type Deps = Readonly<{
  store: DealsStore;
  reader: AccountReader;
  rates: ExchangeRates;
  cursors: Cursors;
  hub: LiveHub;
  deliveries: Deliveries;
  clock: Clock;
  ids: Ids;
  watchesPerAccount: number;
  patience: number;
}>;

/** The use cases that callers reach. */
export const composeApplication = (deps: Deps): DealsApplication => ({
  createPriceWatch: createCreatePriceWatch(deps),
  updatePriceWatch: createUpdatePriceWatch(deps),
  deletePriceWatch: createDeletePriceWatch(deps),
  markAlertsRead: createMarkAlertsRead(deps),
  readDealFilter: createReadDealFilter(deps),
  searchDeals: createSearchDeals(deps),
  findDeals: (ids) => deps.store.deals.find(ids),
  dealsOn: async (listingIds) => {
    const now = deps.clock.now();
    const found = await deps.store.deals.activeOf(listingIds);
    return found.filter(({ endsAt }) => endsAt > now);
  },
  readInsights: createReadInsights(deps),
  readPriceHistory: createReadPriceHistory(deps),
  streamAlerts: createStreamAlerts(deps),
  streamDeals: createStreamDeals(deps),
  readAlerts: createReadAlerts(deps),
  accounts: deps.reader,
  epoch: () => deps.store.streams.epoch(),
});
