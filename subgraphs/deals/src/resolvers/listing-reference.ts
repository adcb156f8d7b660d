import type { Principal } from '@meridian/platform/identity/principal';

/** A listing of which another subgraph knows the rest. Its type follows from its id, so nobody has to ask. */
export type ListingReference = Readonly<{ __typename: 'Flight' | 'Stay' | 'Car'; id: string }>;

/** An account of which another subgraph knows the rest. */
export type UserReference = Readonly<{ id: string }>;

const typeNames: Readonly<Record<string, ListingReference['__typename']>> = { flt: 'Flight', sty: 'Stay', car: 'Car' };

/** Null for an id that is no listing's. */
export function toListing(id: string): ListingReference | null {
  const __typename = typeNames[id.slice(0, 3)];
  return __typename ? { __typename, id } : null;
}

/** Whether the caller is this account: watches and alerts are nobody else's business. */
export const isOwn = (principal: Principal, userId: string): boolean =>
  principal.kind === 'user' && principal.userId === userId;
