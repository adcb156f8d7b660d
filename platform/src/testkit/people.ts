import type { Principal, Role } from '../identity/principal.ts';
import { scopesOf } from '../identity/scopes.ts';

/** Someone signed in, with the scopes of their roles. */
export const asUser = (userId: string, roles: readonly Role[] = ['TRAVELER'], sessionId = 'ses_test'): Principal => ({
  kind: 'user',
  userId,
  sessionId,
  roles,
  scopes: scopesOf(roles),
});
