import type { Principal } from '@meridian/platform/identity/principal';
import type { Role } from '../domain/roles.ts';
import type { AccountPage, AccountPlace, UserDirectory } from '../ports/user-directory.ts';
import { mayReadAccounts } from './caller.ts';

/** Which accounts, and which page of them. `first` is between 1 and 100; `after` is the last row of the page before. */
export type FindUsersRequest = Readonly<{
  principal: Principal;
  search?: string | undefined;
  role?: Role | undefined;
  first: number;
  after?: AccountPlace | undefined;
}>;

/** A page of accounts for operators; undefined for anybody else. */
export const createFindUsers =
  (deps: Readonly<{ directory: UserDirectory }>) =>
  async ({ principal, search, ...page }: FindUsersRequest): Promise<AccountPage | undefined> => {
    if (!mayReadAccounts(principal)) return undefined;
    const text = search?.trim();
    return deps.directory.search({ ...page, text: text === '' ? undefined : text });
  };
