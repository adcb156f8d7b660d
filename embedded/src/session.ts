import type { SessionOperations } from '@meridian/gateway/edge/session-operations';

/** How sessions work in this supergraph; the gateway itself names no type or field. */
export const session: SessionOperations = {
  carrier: { type: 'AuthenticatedSession', tokenField: 'refreshToken', expiresAtField: 'refreshTokenExpiresAt' },
  refreshDocument: `
    mutation Refresh($refreshToken: String!) {
      refreshSession(input: { refreshToken: $refreshToken }) {
        ... on AuthenticatedSession { accessToken accessTokenExpiresAt }
        ... on SessionEnded { code message }
      }
    }`,
  signOutDocument: `
    mutation SignOut($refreshToken: String!) {
      signOut(input: { refreshToken: $refreshToken }) { __typename }
    }`,
};
