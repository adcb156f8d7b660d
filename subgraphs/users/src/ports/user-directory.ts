import type { Account, PublicProfile } from '../domain/account.ts';
import type { Role } from '../domain/roles.ts';

/** A live session. Instants are ISO 8601 text in UTC. */
export type Session = Readonly<{ id: string; userId: string; createdAt: string; lastUsedAt: string }>;

/** A booking of a user, and what it has come to: a state of bookings' own. */
export type Trip = Readonly<{ bookingId: string; state: string }>;

/** What is kept of a user. */
export type UserRecord = Readonly<{ account: Account; sessions: readonly Session[]; trips: readonly Trip[] }>;

/** A place in the order of accounts, newest first; the id decides among equals. */
export type AccountPlace = Readonly<{ createdAt: string; id: string }>;

/** Which accounts, and which page of them. */
export type AccountSearch = Readonly<{
  /** Part of an address or a name, or a whole id. */
  text?: string | undefined;
  role?: Role | undefined;
  first: number;
  after?: AccountPlace | undefined;
}>;
/** A page of a search; `totalCount` counts all that match, whatever the page. */
export type AccountPage = Readonly<{ accounts: readonly Account[]; totalCount: number; hasNextPage: boolean }>;

/** The accounts and sessions, for reading. Unknown ids are left out. */
export interface UserDirectory {
  accounts(ids: readonly string[]): Promise<Account[]>;
  publicProfiles(ids: readonly string[]): Promise<PublicProfile[]>;
  search(search: AccountSearch): Promise<AccountPage>;
  /** The sessions that can still be gone on with at `at`, the most recently used first: not ended, not too old, not unused for long. */
  sessionsOf(userId: string, at: string): Promise<Session[]>;
  /** Bookings that were confirmed and not cancelled since, per user. */
  tripCounts(userIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Everything that is kept of a user, as of one moment: sessions as {@link sessionsOf} has them, trips by id. */
  recordOf(userId: string, at: string): Promise<UserRecord | undefined>;
  /** An account with the hash of its password, for those that can sign in. */
  credentials(email: string): Promise<Readonly<{ account: Account; passwordHash: string }> | undefined>;
}
