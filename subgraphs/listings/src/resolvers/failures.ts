import { createFailureShaper, validationText } from '@meridian/platform/subgraph/failures';
import { sentencesOf, type ValidationFailure } from '@meridian/platform/values/problems';
import { GraphQLError } from 'graphql';
import type { PublishFailure } from '../application/publish/publish-deps.ts';

const shape = createFailureShaper<PublishFailure>({
  VALIDATION_FAILED: validationText,
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

/** A failure as the member of a result union. */
export const toUserError = (failure: PublishFailure) =>
  shape(failure, failure.code === 'VERSION_CONFLICT' ? ['input', 'expectedVersion'] : ['input']);

/** Refuses the arguments of a query; a query has no result union to put problems into. */
export const badInput = (failure: ValidationFailure): GraphQLError =>
  new GraphQLError(sentencesOf(failure), { extensions: { code: 'BAD_USER_INPUT', problems: failure.problems } });

/** Refuses a page size or cursor. */
export const badArgument = (path: string, message: string): GraphQLError =>
  badInput({ code: 'VALIDATION_FAILED', problems: [{ path: [path], message }] });
