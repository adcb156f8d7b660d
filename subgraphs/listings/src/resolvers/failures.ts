import { createFailureShaper } from '@meridian/platform/subgraph/failures';
import { GraphQLError } from 'graphql';
import type { ValidationFailure } from '../application/outcome.ts';
import type { PublishFailure } from '../application/publish/publish-deps.ts';

const sentences = (failure: ValidationFailure): string => failure.problems.map(({ message }) => message).join(' ');

const shape = createFailureShaper<PublishFailure>({
  VALIDATION_FAILED: { __typename: 'ValidationFailed', message: sentences },
  NOT_FOUND: { __typename: 'NotFound', message: 'There is no such listing. It may have been taken down.' },
  NOT_PERMITTED: {
    __typename: 'NotPermitted',
    message: 'You may not do this. Listings are changed by their owner, and reviewed by others.',
  },
  VERSION_CONFLICT: {
    __typename: 'VersionConflict',
    message: ({ currentVersion }) =>
      `The listing was changed in the meantime and is at version ${currentVersion}. Load it, look, and try again.`,
  },
});

/** Where in the arguments a failure other than of validation lies. */
const pathOf = (failure: PublishFailure): readonly string[] | undefined => {
  if (failure.code === 'VALIDATION_FAILED') return failure.problems[0]?.path;
  if (failure.code === 'VERSION_CONFLICT') return ['input', 'expectedVersion'];
  return ['input'];
};

/** A failure as the member of a result union. */
export const toUserError = (failure: PublishFailure) => shape(failure, pathOf(failure));

/** Refuses the arguments of a query; a query has no result union to put problems into. */
export const badInput = (failure: ValidationFailure): GraphQLError =>
  new GraphQLError(sentences(failure), { extensions: { code: 'BAD_USER_INPUT', problems: failure.problems } });

/** Refuses a page size or cursor. */
export const badArgument = (path: string, message: string): GraphQLError =>
  badInput({ code: 'VALIDATION_FAILED', problems: [{ path: [path], message }] });
