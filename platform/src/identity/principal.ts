/** Roles of people. A role grants scopes, see {@link scopesOf}. */
export type Role = 'TRAVELER' | 'OWNER' | 'SUPPORT' | 'ANALYST' | 'ADMIN';

/** Who is calling. The gateway derives it from an access token; subgraphs read it from the gateway's internal token. */
export type Principal =
  | Readonly<{ kind: 'anonymous' }>
  | Readonly<{ kind: 'user'; userId: string; sessionId: string; roles: readonly Role[]; scopes: readonly string[] }>;

export const anonymous: Principal = { kind: 'anonymous' };

/**
 * What each role may do beyond what every signed-in person may do with what is their own, which needs no scope. An
 * `admin:…` scope reaches into what belongs to others; no public field may need one.
 */
const grants: Readonly<Record<Role, readonly string[]>> = {
  TRAVELER: [],
  OWNER: ['listings:write', 'requests:answer'],
  SUPPORT: ['admin:read', 'admin:support'],
  ANALYST: ['admin:read', 'admin:analytics'],
  ADMIN: ['listings:write', 'requests:answer', 'admin:read', 'admin:write', 'admin:support', 'admin:analytics'],
};

/** Every role. */
export const roles = Object.keys(grants) as readonly Role[];

/** Whether `value` names a role. */
export const isRole = (value: unknown): value is Role => typeof value === 'string' && Object.hasOwn(grants, value);

/** The scopes that roles grant together, sorted, each once. */
export function scopesOf(held: readonly Role[]): string[] {
  return [...new Set(held.flatMap((role) => grants[role]))].sort();
}

/** Every scope that some role grants, sorted. A schema that asks for another one locks everybody out. */
export const knownScopes: readonly string[] = scopesOf(roles);

/** Whether a scope reaches into what belongs to others. */
export const isAdminScope = (scope: string): boolean => scope.startsWith('admin:');

/** Whether the caller holds a scope. Nobody who is anonymous holds any. */
export const hasScope = (principal: Principal, scope: string): boolean =>
  principal.kind === 'user' && principal.scopes.includes(scope);
