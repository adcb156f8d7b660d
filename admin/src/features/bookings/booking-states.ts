/** What a booking's states are called. */
export const bookingStates = {
  HELD: 'Held',
  PENDING_APPROVAL: 'Waiting for the owner',
  CONFIRMED: 'Confirmed',
  COMPLETED: 'Completed',
  EXPIRED: 'Expired',
  FAILED: 'Failed',
  REJECTED: 'Rejected',
  CANCELLED: 'Cancelled',
} as const;
