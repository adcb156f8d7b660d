import DataLoader from 'dataloader';
import { groupBy } from '../domain/group-by.ts';
import type { Reports } from '../ports/reports.ts';
import type { VendorProfiles } from '../ports/vendor-profiles.ts';
import type { AnalyticsLoaders, Interest } from './context.ts';

const none: Interest = { views: 0, bookings: 0 };

/** Made anew for every request. */
export const createLoaders = (deps: Readonly<{ reports: Reports; vendors: VendorProfiles }>): AnalyticsLoaders => ({
  interest: new DataLoader(async (listingIds) => {
    const activity = groupBy(await deps.reports.activity(listingIds), ({ listingId }) => listingId);
    return listingIds.map((id) =>
      (activity.get(id) ?? []).reduce(
        (sum, { views, bookings }) => ({ views: sum.views + views, bookings: sum.bookings + bookings }),
        none,
      ),
    );
  }),
  vendor: new DataLoader(async (userIds) => {
    const known = await deps.vendors.find(userIds);
    const profiles = new Map(known.map(({ userId, publicProfileId }) => [userId, publicProfileId]));
    return userIds.map((id) => profiles.get(id) ?? null);
  }),
});
