/** What the roles are called. */
export const roleLabels = {
  TRAVELER: 'Traveler',
  OWNER: 'Owner',
  SUPPORT: 'Support',
  ANALYST: 'Analyst',
  ADMIN: 'Admin',
} as const;

export type Role = keyof typeof roleLabels;

const isRole = (text: string): text is Role => Object.hasOwn(roleLabels, text);

/** The roles that a field of several choices holds: a list, or one text with commas. */
export const rolesFrom = (value: unknown): Role[] =>
  (Array.isArray(value) ? value.map(String) : String(value).split(',')).filter(isRole);

/** `Traveler, Owner`, always in the same order. */
export const rolesInWords = (roles: readonly Role[]): string =>
  (Object.keys(roleLabels) as Role[])
    .filter((role) => roles.includes(role))
    .map((role) => roleLabels[role])
    .join(', ');
