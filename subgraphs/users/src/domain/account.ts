import type { Role } from './roles.ts';

/** An account as the domain knows it. Its password is not part of it. */
export type Account = Readonly<{
  id: string;
  /** The id under which others see this person. */
  publicProfileId: string;
  /** In lower case; null for a profile that cannot sign in. */
  email: string | null;
  roles: readonly Role[];
  displayName: string;
  homeAirport: string | null;
  countryCode: string | null;
  currency: string;
  locale: string;
  /** An instant, ISO 8601 in UTC. */
  createdAt: string;
  /** Counted from 1; rises by one with each change. */
  version: number;
}>;

/** What everybody may see of a person. */
export type PublicProfile = Readonly<{ id: string; displayName: string; avatarUrl: string; memberSince: string }>;

/** The path of a person's picture on our own origin. */
export const avatarUrlOf = (publicProfileId: string): string => `/images/avatars/${publicProfileId}.svg`;

/** What everybody may see of an account's owner: no id, address, role or preference of the account is in it. */
export const publicProfileOf = (
  account: Pick<Account, 'publicProfileId' | 'displayName' | 'createdAt'>,
): PublicProfile => ({
  id: account.publicProfileId,
  displayName: account.displayName,
  avatarUrl: avatarUrlOf(account.publicProfileId),
  memberSince: account.createdAt,
});

/** Upper and lower case are one mailbox everywhere that matters, and two accounts for one mailbox help nobody. */
export const normaliseEmail = (email: string): string => email.trim().toLowerCase();
