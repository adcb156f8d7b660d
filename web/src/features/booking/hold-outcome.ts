import { type FieldProblem, isAbout, problemElsewhere, problemsIn } from '@meridian/ui/failures/failure';
import type { Unanswered } from '@meridian/ui/forms/unanswered';
import type { HoldBookingMutation } from '../../generated/features/booking/booking.ts';

/** Why nothing is held, or not known to be. */
export type HoldFailure =
  | Exclude<NonNullable<HoldBookingMutation['holdBooking']>, { __typename: 'Booking' }>
  | Unanswered;

/** What has come of the last try, as the page says it. It is kept as it is: another one is another try. */
export type HoldOutcome = Readonly<{
  /** What the form cannot mend. */
  failure: HoldFailure | undefined;
  /** What is wrong with single travelers. */
  problems: readonly FieldProblem[];
  /** What is wrong with no field in particular. */
  message: string | undefined;
}>;

/** Nothing is wrong yet. */
export const nothingTried: HoldOutcome = { failure: undefined, problems: [], message: undefined };

/** Sorts a failure: what is wrong with the input belongs into the form, everything else above it. */
export function holdOutcome(failure: HoldFailure | undefined): HoldOutcome {
  if (failure?.__typename !== 'ValidationFailed') return { ...nothingTried, failure };
  const all = problemsIn(failure);
  return {
    failure: undefined,
    problems: all.filter((problem) => isAbout(problem, 'travelers')),
    message: problemElsewhere(all, ['travelers']),
  };
}
