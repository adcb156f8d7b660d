import type { Deal } from '../domain/deal.ts';
import type { AccountReader } from '../ports/account-reader.ts';
import type { createCreatePriceWatch } from './create-price-watch.ts';
import type { createDeletePriceWatch } from './delete-price-watch.ts';
import type { createMarkAlertsRead } from './mark-alerts-read.ts';
import type { createReadAlerts } from './read-alerts.ts';
import type { createReadInsights } from './read-insights.ts';
import type { createReadPriceHistory } from './read-price-history.ts';
import type { createReadDealFilter, createSearchDeals } from './search-deals.ts';
import type { createStreamAlerts } from './stream-alerts.ts';
import type { createStreamDeals } from './stream-deals.ts';
import type { createUpdatePriceWatch } from './update-price-watch.ts';

/** What callers can ask of deals. */
export type DealsApplication = Readonly<{
  createPriceWatch: ReturnType<typeof createCreatePriceWatch>;
  updatePriceWatch: ReturnType<typeof createUpdatePriceWatch>;
  deletePriceWatch: ReturnType<typeof createDeletePriceWatch>;
  markAlertsRead: ReturnType<typeof createMarkAlertsRead>;
  readDealFilter: ReturnType<typeof createReadDealFilter>;
  searchDeals: ReturnType<typeof createSearchDeals>;
  findDeals: (ids: readonly string[]) => Promise<Deal[]>;
  dealsOn: (listingIds: readonly string[]) => Promise<Deal[]>;
  readInsights: ReturnType<typeof createReadInsights>;
  readPriceHistory: ReturnType<typeof createReadPriceHistory>;
  streamAlerts: ReturnType<typeof createStreamAlerts>;
  streamDeals: ReturnType<typeof createStreamDeals>;
  readAlerts: ReturnType<typeof createReadAlerts>;
  accounts: Omit<AccountReader, 'alerts'>;
  /** One life of the data, for cursors of single items. */
  epoch: () => Promise<string>;
}>;
