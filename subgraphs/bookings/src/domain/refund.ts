/** Whether the provider has paid. A pending refund is carried out until it has. */
export type RefundState = 'PENDING' | 'SUCCEEDED';

/** Money on its way back to a traveler. Instants are epoch milliseconds. */
export type Refund = Readonly<{
  id: string;
  bookingId: string;
  paymentId: string;
  state: RefundState;
  currency: string;
  amountMinor: number;
  /** From when on the sweeper may carry it out; before, the request that asked for it does. */
  dueAtInMs: number;
  createdAtInMs: number;
  updatedAtInMs: number;
}>;

/** How long after a failed call the provider is asked again. */
export const RETRY_REFUND_AFTER_IN_MS = 10_000;
