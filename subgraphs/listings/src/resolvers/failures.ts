import { createFailureShaper, validationText } from '@meridian/platform/subgraph/failures';
import { sentencesOf, type ValidationFailure } from '@meridian/platform/values/problems';
import { GraphQLError } from 'graphql';
import type { ListingsFailure } from '../domain/failures.ts';

const shape = createFailureShaper<ListingsFailure>({
  VALIDATION_FAILED: validationText,
  NOT_FOUND: { __typename: 'NotFound', message: 'There is no such listing. It may have been taken down.' },
  NOT_PERMITTED: {
    __typename: 'NotPermitted',
    message: 'You may not do this. Listings are changed by their owner, and reviewed by others.',
  },
  BOOKING_REQUIRED: {
    __typename: 'BookingRequired',
    message: 'Only guests review. Book it first; your booking counts as soon as it is confirmed.',
  },
  VERSION_CONFLICT: {
    __typename: 'VersionConflict',
    message: ({ currentVersion }) =>
      `The listing was changed in the meantime and is at version ${currentVersion}. Load it, look, and try again.`,
  },
});

/** The argument that a failure is about, where it is one. */
const argumentOf: Readonly<Partial<Record<ListingsFailure['code'], string>>> = {
  VERSION_CONFLICT: 'expectedVersion',
  BOOKING_REQUIRED: 'listingId',
};

/** A failure as the member of a result union. */
export const toUserError = <Failure extends ListingsFailure>(failure: Failure) => {
  const argument = argumentOf[failure.code];
  return shape(failure, argument === undefined ? ['input'] : ['input', argument]);
};

/** Refuses the arguments of a query, with every problem; a query has no result union to put them into. */
export const badArguments = (failure: ValidationFailure): GraphQLError =>
  new GraphQLError(sentencesOf(failure), { extensions: { code: 'BAD_USER_INPUT', problems: failure.problems } });
