import type { PaidBeforeQuery, TripQuery } from '../../generated/features/trips/trips.ts';

/** A booking of the traveler's own, as its page reads it. */
export type Trip = NonNullable<TripQuery['booking']>;

/** What is known of a booking that is only named. */
type Named = NonNullable<PaidBeforeQuery['booking']>;

/** States in which a booking came to nothing, through nobody's cancelling. */
const overStates: readonly Trip['state'][] = ['EXPIRED', 'FAILED', 'REJECTED'];

/** Whether it came to nothing. */
export const isOver = ({ state }: Trip): boolean => overStates.includes(state);

/** Whether one may still go: then it can be put into a calendar. */
export const isAhead = ({ state }: Pick<Named, 'state'>): boolean =>
  state === 'CONFIRMED' || state === 'PENDING_APPROVAL';

/** Where one goes: `New York – London`, or what was booked. */
export function whereTo({ items }: Pick<Named, 'items'>): string {
  const [first] = items;
  if (!first) return 'Your trip';
  return first.snapshot.kind === 'FLIGHT' ? first.snapshot.place : `${first.snapshot.title}, ${first.snapshot.place}`;
}
