import DataLoader from 'dataloader';
import type { DealsApplication } from '../application/deals-application.ts';
import type { Insight } from '../application/read-insights.ts';
import type { Deal } from '../domain/deal.ts';
import type { Alert, PriceWatch } from '../domain/price-watch.ts';
import type { AccountReader } from '../ports/account-reader.ts';
import type { DealReader } from '../ports/deal-book.ts';

/** What loaders read from by ids. */
export type LoaderSources = Readonly<{
  deals: Pick<DealReader, 'find'>;
  reader: Pick<AccountReader, 'watchesById' | 'alertsById'>;
}>;

/**
 * Each batches what one request, or one event of a subscription, asks for, and forgets it afterwards. Watches and alerts are anybody's
 * here: whoever loads one asks `ownOf` whether the caller may see it.
 */
export type DealsLoaders = Readonly<{
  deal: DataLoader<string, Deal | undefined>;
  dealsOn: DataLoader<string, readonly Deal[]>;
  insight: DataLoader<string, Insight | undefined>;
  watch: DataLoader<string, PriceWatch | undefined>;
  alert: DataLoader<string, Alert | undefined>;
}>;

const byId = <Item extends { readonly id: string }>(find: (ids: readonly string[]) => Promise<readonly Item[]>) =>
  new DataLoader<string, Item | undefined>(async (ids) => {
    const found = new Map((await find(ids)).map((item) => [item.id, item]));
    return ids.map((id) => found.get(id));
  });

type Reading = Pick<DealsApplication, 'readDealsOn' | 'readInsights'>;

/** Made anew for every request and every event of a subscription. */
export const createLoaders = ({ deals, reader }: LoaderSources, application: Reading): DealsLoaders => ({
  deal: byId((ids) => deals.find(ids)),
  dealsOn: new DataLoader(async (listingIds) => {
    const found = await application.readDealsOn({ listingIds });
    return listingIds.map((listingId) => found.filter((deal) => deal.listingId === listingId));
  }),
  insight: new DataLoader(async (listingIds) => {
    const insights = await application.readInsights({ listingIds });
    return listingIds.map((listingId) => insights.get(listingId));
  }),
  watch: byId((ids) => reader.watchesById(ids)),
  alert: byId((ids) => reader.alertsById(ids)),
});
