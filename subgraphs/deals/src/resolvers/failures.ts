import { createFailureShaper, validationText } from '@meridian/platform/subgraph/failures';
import type { Failure } from '../domain/failures.ts';

/** A failure as the member of a result union. */
export const toUserError = createFailureShaper<Failure>({
  VALIDATION_FAILED: validationText,
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
  ALREADY_WATCHED: {
    __typename: 'AlreadyWatched',
    message: 'Another watch of yours on the same has just these limits. Choose others, or leave it at that watch.',
  },
});
