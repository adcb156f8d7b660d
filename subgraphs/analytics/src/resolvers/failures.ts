import { createFailureShaper, validationText } from '@meridian/platform/subgraph/failures';
import type { Failure } from '../domain/failures.ts';

/** A failure as the member of a result union. */
export const toUserError = createFailureShaper<Failure>({
  VALIDATION_FAILED: validationText,
  TRACKING_OVERLOADED: {
    __typename: 'TrackingOverloaded',
    message: 'Nothing was taken: more comes than can be stored at the moment. Send it again in a while, or let it be.',
    retryable: true,
  },
  NOT_FOUND: { __typename: 'NotFound', message: 'There is no such dead letter. Look for it in the list.' },
  ALREADY_REPLAYED: {
    __typename: 'AlreadyReplayed',
    message:
      'Somebody has put this event back before. Reload the list; if it fails again, it comes as another dead letter.',
  },
});
