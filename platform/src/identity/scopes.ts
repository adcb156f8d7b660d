import type { Principal, Role } from './principal.ts';

const scopesOfRole: Readonly<Record<Role, readonly string[]>> = {
  TRAVELER: [],
  OWNER: ['listings:write', 'requests:answer'],
  SUPPORT: ['users:read', 'bookings:read'],
  ANALYST: ['analytics:read'],
  ADMIN: [
    'users:read',
    'users:write',
    'listings:write',
    'listings:admin',
    'bookings:read',
    'bookings:write',
    'requests:answer',
    'analytics:read',
    'events:read',
  ],
};

/** What the holder of these roles may do, without repetition, sorted. */
export const scopesOf = (roles: readonly Role[]): string[] =>
  [...new Set(roles.flatMap((role) => scopesOfRole[role]))].sort();

/** Whether the caller holds the scope. An anonymous caller holds none. */
export const hasScope = (principal: Principal, scope: string): boolean =>
  principal.kind === 'user' && principal.scopes.includes(scope);
