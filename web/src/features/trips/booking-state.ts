import type { BookingOverviewFragment } from '../../generated/features/booking/booking.ts';

type State = BookingOverviewFragment['state'];

/** Where a booking stands, in a word, a colour, and a sentence. */
export const bookingStates = {
  HELD: { label: 'Held', color: 'warning', sentence: 'It is held for you and not paid yet.' },
  PENDING_APPROVAL: {
    label: 'Waiting for the owner',
    color: 'warning',
    sentence: 'The owner has been asked. Your card is charged only after a yes.',
  },
  CONFIRMED: { label: 'Confirmed', color: 'success', sentence: 'All is booked and paid. Have a good trip.' },
  COMPLETED: { label: 'Completed', color: 'default', sentence: 'This trip is over. We hope it was a good one.' },
  EXPIRED: {
    label: 'Expired',
    color: 'default',
    sentence: 'It is not held any more. Nothing was charged.',
  },
  FAILED: { label: 'Failed', color: 'error', sentence: 'The payment did not work. Nothing was charged.' },
  REJECTED: { label: 'Declined by the owner', color: 'error', sentence: 'The owner said no. Nothing was charged.' },
  CANCELLED: { label: 'Cancelled', color: 'default', sentence: 'This booking was cancelled.' },
} as const satisfies Record<State, { label: string; color: string; sentence: string }>;
