import type { Principal } from '@meridian/platform/identity/principal';
import { hasScope } from '@meridian/platform/identity/scopes';
import { badInput } from '@meridian/platform/subgraph/pages';
import { GraphQLError } from 'graphql';

/** Refuses unless `problem` is undefined. */
export function refuseProblem(problem: string | undefined): void {
  if (problem !== undefined) throw badInput(problem);
}

/** The gateway asks first; this asks again, because figures of the business must not rest on one check. */
export function requireScope(principal: Principal, scope: string): void {
  if (hasScope(principal, scope)) return;
  throw new GraphQLError('You may not read this. Sign in with an account that may.', {
    extensions: { code: 'FORBIDDEN' },
  });
}
