import type { Principal } from '@meridian/platform/identity/principal';
import { hasScope } from '@meridian/platform/identity/scopes';
import { GraphQLError } from 'graphql';

/** A refusal of arguments that no result union tells of. */
export const badInput = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

/** Refuses unless `problem` is undefined. */
export function refuseProblem(problem: string | undefined): void {
  if (problem !== undefined) throw badInput(problem);
}

/** `first` within its bounds. */
export function sizeWithin(first: number, largest: number): number {
  if (first < 1 || first > largest) throw badInput(`\`first\` is a number from 1 to ${largest}.`);
  return first;
}

/** The gateway asks first; this asks again, because figures of the business must not rest on one check. */
export function requireScope(principal: Principal, scope: string): void {
  if (hasScope(principal, scope)) return;
  throw new GraphQLError('You may not read this. Sign in with an account that may.', {
    extensions: { code: 'FORBIDDEN' },
  });
}
