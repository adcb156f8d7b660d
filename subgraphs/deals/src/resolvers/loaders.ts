import DataLoader from 'dataloader';
import type { DealsApplication } from '../application/deals-application.ts';
import type { Insight } from '../application/read-insights.ts';
import type { Deal } from '../domain/deal.ts';
import type { Alert, PriceWatch } from '../domain/price-watch.ts';

/** Each batches what one request, or one event of a subscription, asks for, and forgets it afterwards. */
export type DealsLoaders = Readonly<{
  deal: DataLoader<string, Deal | null>;
  dealsOn: DataLoader<string, readonly Deal[]>;
  insight: DataLoader<string, Insight | null>;
  watch: DataLoader<string, PriceWatch | null>;
  alert: DataLoader<string, Alert | null>;
}>;

const byId = <Item extends { readonly id: string }>(find: (ids: readonly string[]) => Promise<readonly Item[]>) =>
  new DataLoader<string, Item | null>(async (ids) => {
    const found = new Map((await find(ids)).map((item) => [item.id, item]));
    return ids.map((id) => found.get(id) ?? null);
  });

/** Made anew for every request and every event of a subscription. */
export const createLoaders = (deals: DealsApplication): DealsLoaders => ({
  deal: byId((ids) => deals.findDeals(ids)),
  dealsOn: new DataLoader(async (listingIds) => {
    const found = await deals.dealsOn(listingIds);
    return listingIds.map((listingId) => found.filter((deal) => deal.listingId === listingId));
  }),
  insight: new DataLoader(async (listingIds) => {
    const insights = await deals.readInsights(listingIds);
    return listingIds.map((listingId) => insights.get(listingId) ?? null);
  }),
  watch: byId((ids) => deals.accounts.watchesById(ids)),
  alert: byId((ids) => deals.accounts.alertsById(ids)),
});
