/** What the provider knows under a key. */
export type ProviderRecord =
  | Readonly<{ state: 'AUTHORISED' | 'CAPTURED' | 'VOIDED'; cardBrand: string; cardLast4: string }>
  | Readonly<{ state: 'DECLINED'; reason: string }>;

/** The provider did not answer in time. What was asked for may have happened or not: ask again by the same key. */
export class ProviderTimeoutError extends Error {
  override readonly name = 'ProviderTimeoutError';
}

/**
 * A payment provider. Every call is idempotent by its key: the second one changes nothing and answers what is known. A call
 * throws {@link ProviderTimeoutError} when the answer did not come.
 */
export interface PaymentProvider extends AsyncDisposable {
  /** Reserves an amount on the card behind `token`. */
  authorise(
    request: Readonly<{ key: string; token: string; amountMinor: number; currency: string }>,
  ): Promise<ProviderRecord>;
  /** Takes the reserved amount. */
  capture(key: string): Promise<ProviderRecord>;
  /**
   * Gives the reservation back. Under a key that was never used it leaves a mark, so that a request which is still on its way
   * finds it and reserves nothing.
   */
  void(key: string): Promise<ProviderRecord>;
  /** What is known under a key; undefined when no request arrived. */
  find(key: string): Promise<ProviderRecord | undefined>;
  /** Pays back a part of a captured amount. Resolves when it is certain. */
  refund(request: Readonly<{ key: string; paymentKey: string; amountMinor: number }>): Promise<void>;
  close(): Promise<void>;
}
