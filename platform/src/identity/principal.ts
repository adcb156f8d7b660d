/** Roles of people. A role grants scopes, see `scopesOf`. */
export type Role = 'TRAVELER' | 'OWNER' | 'SUPPORT' | 'ANALYST' | 'ADMIN';

/** Who is calling. The gateway derives it from an access token; subgraphs read it from the gateway's internal token. */
export type Principal =
  | Readonly<{ kind: 'anonymous' }>
  | Readonly<{ kind: 'user'; userId: string; sessionId: string; roles: readonly Role[]; scopes: readonly string[] }>;

export const anonymous: Principal = { kind: 'anonymous' };
