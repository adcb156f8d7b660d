import DataLoader from 'dataloader';
import type { UserDirectory } from '../ports/user-directory.ts';
import type { UsersLoaders } from './context.ts';

const byId = <Value extends { readonly id: string }>(find: (ids: readonly string[]) => Promise<readonly Value[]>) =>
  new DataLoader<string, Value | null>(async (ids) => {
    const found = new Map((await find(ids)).map((value) => [value.id, value]));
    return ids.map((id) => found.get(id) ?? null);
  });

/** Made anew for every request. */
export const createLoaders = (directory: UserDirectory): UsersLoaders => ({
  account: byId((ids) => directory.accounts(ids)),
  publicProfile: byId((ids) => directory.publicProfiles(ids)),
  tripCount: new DataLoader(async (userIds) => {
    const counts = await directory.tripCounts(userIds);
    return userIds.map((id) => counts.get(id) ?? 0);
  }),
});
