/** What the roles are called. */
export const roleLabels = {
  TRAVELER: 'Traveler',
  OWNER: 'Owner',
  SUPPORT: 'Support',
  ANALYST: 'Analyst',
  ADMIN: 'Admin',
} as const;
