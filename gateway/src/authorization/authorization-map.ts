import type { Principal } from '@meridian/platform/identity/principal';
import type { AuthorizationMap } from '@meridian/schema/contract/authorization-map';

/** Why a caller may not have a field. */
export type Denial = 'UNAUTHENTICATED' | 'FORBIDDEN';

/** Decides for one directive. Answers nothing when the caller may have what it guards. */
type Enforcer = (principal: Principal, args: Readonly<Record<string, unknown>>) => Denial | undefined;

const deny = (principal: Principal): Denial => (principal.kind === 'anonymous' ? 'UNAUTHENTICATED' : 'FORBIDDEN');

/** `scopes` is a list of alternatives, each a list of scopes that are all needed. Anything else lets nobody through. */
const holdsOneOf = (principal: Principal, alternatives: unknown): boolean => {
  if (principal.kind === 'anonymous' || !Array.isArray(alternatives)) return false;
  return alternatives.some(
    (needed) =>
      Array.isArray(needed) && needed.every((scope) => typeof scope === 'string' && principal.scopes.includes(scope)),
  );
};

const enforcers: ReadonlyMap<string, Enforcer> = new Map<string, Enforcer>([
  ['authenticated', (principal) => (principal.kind === 'anonymous' ? 'UNAUTHENTICATED' : undefined)],
  ['requiresScopes', (principal, args) => (holdsOneOf(principal, args.scopes) ? undefined : deny(principal))],
]);

/**
 * Apollo's loaders fail closed on a security directive that they do not know. The execution supergraph has none left for them
 * to see, so this check stands in their place.
 * @throws Error naming each directive that has no enforcer here, with its place
 */
export function refuseUnknownDirectives(map: AuthorizationMap): void {
  const unknown = Object.entries(map).flatMap(([coordinate, demands]) =>
    Object.keys(demands).flatMap((directive) => (enforcers.has(directive) ? [] : [`@${directive} on ${coordinate}`])),
  );
  if (unknown.length > 0) throw new Error(`The gateway has no enforcer for ${unknown.join(', ')}. It does not start.`);
}

/**
 * Why the caller may not have what stands at this coordinate, by the first demand that he does not meet; nothing when he may. A demand
 * that cannot be read, or whose directive is unknown, is met by nobody.
 */
export function denialAt(map: AuthorizationMap, coordinate: string, principal: Principal): Denial | undefined {
  const demands = Object.hasOwn(map, coordinate) ? map[coordinate] : undefined;
  for (const [directive, args] of Object.entries(demands ?? {})) {
    const enforce = enforcers.get(directive);
    const denial = enforce ? enforce(principal, args) : deny(principal);
    if (denial) return denial;
  }
  return undefined;
}
