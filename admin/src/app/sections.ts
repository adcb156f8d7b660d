/** The sections of the portal: where each lies, and which roles may do something there. */
export const sections = [
  { to: '/', label: 'Dashboard', roles: ['ADMIN', 'ANALYST'] },
  { to: '/requests', label: 'Requests', roles: ['ADMIN', 'OWNER'] },
  { to: '/listings', label: 'Listings', roles: ['ADMIN', 'OWNER'] },
  { to: '/bookings', label: 'Bookings', roles: ['ADMIN', 'SUPPORT'] },
  { to: '/payments', label: 'Payments', roles: ['ADMIN', 'SUPPORT'] },
  { to: '/users', label: 'Users', roles: ['ADMIN', 'SUPPORT'] },
  { to: '/events', label: 'Live events', roles: ['ADMIN'] },
  { to: '/operations', label: 'Operations', roles: ['ADMIN'] },
] as const;

export type Section = (typeof sections)[number];

/** The sections in which somebody with these roles can do something. The graph decides by itself what they may. */
export const sectionsFor = (roles: readonly string[]): readonly Section[] =>
  sections.filter((section) => section.roles.some((role) => roles.includes(role)));

/** Whether an address lies in a section. Every address begins with the dashboard's, which is therefore meant alone. */
export const isWithin = ({ to }: Section, path: string): boolean =>
  path === to || (to !== '/' && path.startsWith(`${to}/`));
