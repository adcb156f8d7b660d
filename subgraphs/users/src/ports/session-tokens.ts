import type { Role } from '../domain/roles.ts';

/** Makes the tokens that a session lives by. */
export interface RefreshTokens {
  /** A new token that nobody can guess. */
  first(): string;
  /** The one successor of a token: the same token has the same successor every time, and only this service can tell which. */
  successorOf(token: string): string;
  /** What is stored in the token's place. */
  hash(token: string): string;
}

/** Issues short-lived access tokens. */
export interface AccessTokens {
  /** `expiresAt` is an instant in epoch milliseconds. */
  issue(
    claims: Readonly<{ userId: string; sessionId: string; roles: readonly Role[] }>,
  ): Promise<Readonly<{ token: string; expiresAt: number }>>;
}
