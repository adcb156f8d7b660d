/** What the roles are called. */
export const roleLabels = {
  TRAVELER: 'Traveler',
  OWNER: 'Owner',
  SUPPORT: 'Support',
  ANALYST: 'Analyst',
  ADMIN: 'Admin',
} as const;

export type Role = keyof typeof roleLabels;

/** `Traveler, Owner`, always in the same order. */
export const rolesInWords = (roles: readonly Role[]): string =>
  (Object.keys(roleLabels) as Role[])
    .filter((role) => roles.includes(role))
    .map((role) => roleLabels[role])
    .join(', ');
