import DataLoader from 'dataloader';
import { groupBy } from '../domain/group-by.ts';
import type { Reports } from '../ports/reports.ts';
import type { VendorProfiles } from '../ports/vendor-profiles.ts';

/** How often a listing was looked at and booked. */
export type Interest = Readonly<{ views: number; bookings: number }>;

/** Each batches what one request asks for, and forgets it afterwards. */
export type AnalyticsLoaders = Readonly<{
  /** Anybody's here: whoever loads it asks first whether the caller may read figures. */
  interest: DataLoader<string, Interest>;
  /** From an owner's id to the public profile's. */
  vendor: DataLoader<string, string | null>;
}>;

/** What loaders read from by ids. */
export type LoaderSources = Readonly<{ reports: Pick<Reports, 'activity'>; vendors: Pick<VendorProfiles, 'find'> }>;

const none: Interest = { views: 0, bookings: 0 };

/** Made anew for every request. */
export const createLoaders = (deps: LoaderSources): AnalyticsLoaders => ({
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
