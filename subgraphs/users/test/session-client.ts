import { expect } from '@jest/globals';
import type { UsersService } from './harness.ts';

/** Whatever answers as the service does. */
type Asking = Pick<UsersService, 'ask'>;

const signUpText = `mutation ($input: SignUpInput!) { signUp(input: $input) { __typename
  ... on AuthenticatedSession { accessToken accessTokenExpiresAt refreshToken user { id email roles profile { displayName } } }
  ... on UserError { code message path retryable }
  ... on ValidationFailed { problems { path message } } } }`;
const signInText = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename
  ... on AuthenticatedSession { accessToken refreshToken user { id } }
  ... on UserError { code message path retryable } ... on TooManyAttempts { retryAfterInSeconds } } }`;
const refreshText = `mutation ($input: RefreshSessionInput!) { refreshSession(input: $input) { __typename
  ... on AuthenticatedSession { accessToken refreshToken } ... on UserError { code } } }`;

export const ana = { email: 'Ana@Example.com', password: 'correct horse', displayName: 'Ana Sousa' };

const credentials = { email: ana.email, password: ana.password };

export type Session = { __typename: string; accessToken: string; refreshToken: string; user: { id: string } };

export async function signUp(service: Asking, input: object = ana, from?: string) {
  const { data, errors } = await service.ask({ query: signUpText, variables: { input }, ...(from ? { from } : {}) });
  expect(errors).toBeUndefined();
  return data?.signUp as Session;
}

export async function signIn(service: Asking, { email, password }: typeof credentials, from?: string) {
  const input = { email, password };
  const { data } = await service.ask({ query: signInText, variables: { input }, ...(from ? { from } : {}) });
  return data?.signIn as Session & { retryAfterInSeconds: number };
}

export async function refresh(service: Asking, refreshToken: string) {
  const { data } = await service.ask({ query: refreshText, variables: { input: { refreshToken } } });
  return data?.refreshSession as Session;
}
