import { createFailureShaper, validationText } from '@meridian/platform/subgraph/failures';
import type { ValidationFailure } from '@meridian/platform/values/problems';
import type { TrackedBatch } from '../../domain/tracked-events.ts';
import type { AnalyticsContext } from '../context.ts';

const toUserError = createFailureShaper<ValidationFailure>({
  VALIDATION_FAILED: validationText,
});

export function trackEvents(_parent: unknown, { input }: { input: TrackedBatch }, context: AnalyticsContext) {
  const answer = context.analytics.trackEvents(input, context.principal);
  if (answer.ok) return { __typename: 'TrackingAccepted' as const, accepted: answer.accepted };
  return toUserError(answer.failure);
}
