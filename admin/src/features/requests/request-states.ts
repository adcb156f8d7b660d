/** What the states of a request to an owner are called. */
export const requestStates = {
  PENDING: { label: 'Waits for you', color: 'warning' },
  APPROVED: { label: 'Approved', color: 'success' },
  REJECTED: { label: 'Declined', color: 'default' },
  EXPIRED: { label: 'Not answered in time', color: 'error' },
  WITHDRAWN: { label: 'Withdrawn', color: 'default' },
} as const;
