import { createFailureShaper } from '@meridian/platform/subgraph/failures';
import type { ValidationFailure } from '../../domain/problems.ts';
import type { TrackedBatch } from '../../domain/tracked-events.ts';
import type { AnalyticsContext } from '../context.ts';

const toUserError = createFailureShaper<ValidationFailure>({
  VALIDATION_FAILED: {
    __typename: 'ValidationFailed',
    message: ({ problems }) => [...new Set(problems.map(({ message }) => message))].join(' '),
  },
});

export function trackEvents(_parent: unknown, { input }: { input: TrackedBatch }, context: AnalyticsContext) {
  const answer = context.analytics.trackEvents(input, context.principal);
  if (answer.ok) return { __typename: 'TrackingAccepted' as const, accepted: answer.accepted };
  return toUserError(answer.failure, answer.failure.problems[0]?.path);
}
