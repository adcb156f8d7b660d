/** Every role, in the order in which they are shown. */
export const allRoles = ['TRAVELER', 'OWNER', 'SUPPORT', 'ANALYST', 'ADMIN'] as const;
/** What an account may do; the scopes of each stand in `platform/src/identity/scopes.ts`. */
export type Role = (typeof allRoles)[number];

/** What a new account is for. */
export type AccountType = 'TRAVELER' | 'OWNER';

/** An owner travels too; a traveler becomes an owner by an operator's hand. */
export const rolesOf = (type: AccountType): readonly Role[] =>
  type === 'OWNER' ? ['TRAVELER', 'OWNER'] : ['TRAVELER'];

/** In the order of {@link allRoles}, so that equal sets of roles are equal lists. */
export const inOrder = (roles: readonly Role[]): Role[] => allRoles.filter((role) => roles.includes(role));
