import type { SqlValue } from '@meridian/platform/sql/sql-database';
import type { Account } from '../domain/account.ts';
import { allRoles, inOrder, type Role } from '../domain/roles.ts';

/** A row of `users`, as raw SQL returns it. */
export type AccountRow = Readonly<{
  id: string;
  public_profile_id: string;
  email: string | null;
  roles: string;
  display_name: string;
  home_airport: string | null;
  country_code: string | null;
  currency: string;
  locale: string;
  created_at: string;
  version: number;
}>;

/** The columns of {@link AccountRow}. The hash of the password is none of them. */
export const accountColumns = [
  'id',
  'public_profile_id',
  'email',
  'roles',
  'display_name',
  'home_airport',
  'country_code',
  'currency',
  'locale',
  'created_at',
  'version',
] as const satisfies readonly (keyof AccountRow)[];

const isRole = (text: string): text is Role => (allRoles as readonly string[]).includes(text);

/** `,OWNER,TRAVELER,` → the roles. Commas on both ends let a search look for one whole role. */
export const readRoles = (text: string): Role[] => inOrder(text.split(',').filter(isRole));
/** The roles as {@link readRoles} reads them. */
export const writeRoles = (roles: readonly Role[]): string => `,${[...roles].sort().join(',')},`;

/** An account from its row. A role that is no longer known is left out. */
export const toAccount = (row: AccountRow): Account => ({
  id: row.id,
  publicProfileId: row.public_profile_id,
  email: row.email,
  roles: readRoles(row.roles),
  displayName: row.display_name,
  homeAirport: row.home_airport,
  countryCode: row.country_code,
  currency: row.currency,
  locale: row.locale,
  createdAt: row.created_at,
  version: Number(row.version),
});

/** The values of an account in the order of {@link accountColumns}. */
export const toValues = (account: Account): SqlValue[] => [
  account.id,
  account.publicProfileId,
  account.email,
  writeRoles(account.roles),
  account.displayName,
  account.homeAirport,
  account.countryCode,
  account.currency,
  account.locale,
  account.createdAt,
  account.version,
];
