import type { Principal, Role } from './principal.ts';

/** What an owner may do with what is their own. */
const ownerScopes = ['listings:write', 'requests:answer'] as const;
/** What reaches into what belongs to others. */
const supportScopes = ['users:read', 'bookings:read'] as const;
const analystScopes = ['analytics:read'] as const;
const adminOnlyScopes = ['users:write', 'listings:admin', 'bookings:write', 'events:read', 'events:write'] as const;

/** What each role may do beyond what every signed-in person may do with what is their own, which needs no scope. */
const scopesOfRole: Readonly<Record<Role, readonly string[]>> = {
  TRAVELER: [],
  OWNER: ownerScopes,
  SUPPORT: supportScopes,
  ANALYST: analystScopes,
  ADMIN: [...ownerScopes, ...supportScopes, ...analystScopes, ...adminOnlyScopes],
};

/** Every role. */
export const roles = Object.keys(scopesOfRole) as readonly Role[];

/** Whether `value` names a role. */
export const isRole = (value: unknown): value is Role =>
  typeof value === 'string' && Object.hasOwn(scopesOfRole, value);

/** What the holder of these roles may do, without repetition, sorted. */
export const scopesOf = (held: readonly Role[]): string[] =>
  [...new Set(held.flatMap((role) => scopesOfRole[role]))].sort();

/** Every scope that some role grants, sorted. A schema that asks for another one locks everybody out. */
export const knownScopes: readonly string[] = scopesOf(roles);

/** Whether a scope reaches into what belongs to others. No public field may need one; an unknown scope counts as one. */
export const isAdminScope = (scope: string): boolean => !ownerScopes.some((each) => each === scope);

/** Whether the caller holds the scope. An anonymous caller holds none. */
export const hasScope = (principal: Principal, scope: string): boolean =>
  principal.kind === 'user' && principal.scopes.includes(scope);
