/** What a payment's states are called. */
export const paymentStates = {
  REQUIRES_PAYMENT: 'Not paid',
  AUTHORISED: 'Authorised',
  CAPTURED: 'Captured',
  PARTIALLY_REFUNDED: 'Partly refunded',
  REFUNDED: 'Refunded',
  VOIDED: 'Voided',
  FAILED: 'Failed',
  UNKNOWN: 'Unknown, being asked for',
} as const;
