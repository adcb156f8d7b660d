import type { AuthenticatedSession } from '../application/session-starter.ts';

/** A session as the member of a result union. */
export const toAuthenticatedSession = ({ account, ...tokens }: AuthenticatedSession) => ({
  __typename: 'AuthenticatedSession' as const,
  ...tokens,
  user: account,
});
