import { createFailureShaper } from '@meridian/platform/subgraph/failures';
import type { Failure } from '../domain/failures.ts';

const shape = createFailureShaper<Failure>({
  VALIDATION_FAILED: {
    __typename: 'ValidationFailed',
    message: ({ problems }) => problems.map(({ message }) => message).join(' '),
  },
  NOT_FOUND: {
    __typename: 'NotFound',
    message:
      'There is no such thing, or it is not yours. A listing that was made a moment ago can be watched in a moment.',
  },
  NOT_PERMITTED: { __typename: 'NotPermitted', message: 'Sign in first: watches and alerts belong to an account.' },
  WATCH_LIMIT_REACHED: {
    __typename: 'WatchLimitReached',
    message: ({ limit }) =>
      `You have ${limit} watches, as many as an account may have. Delete one that you no longer need.`,
  },
});

/** A failure as the member of a result union. The path is the first problem's, or the one given. */
export const toUserError = (failure: Failure, path?: readonly string[]) =>
  shape(failure, failure.code === 'VALIDATION_FAILED' ? failure.problems[0]?.path : path);
