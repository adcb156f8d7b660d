/** How often and how patiently something is tried again. */
export type RetryPolicy = Readonly<{
  /** Attempts in all, the first one included. */
  maxAttempts: number;
  /** The longest wait before the second attempt; it doubles with each further one. */
  baseDelayInMs: number;
  /** No wait is longer than this. */
  maxDelayInMs: number;
}>;

export const defaultRetryPolicy: RetryPolicy = { maxAttempts: 5, baseDelayInMs: 50, maxDelayInMs: 2_000 };

/**
 * The wait after failed attempt number `attempt` (from 1): exponential, with full jitter, so that callers who failed together
 * do not come back together. Source: Marc Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
 *
 * @param random a number in [0, 1)
 */
export function backoffInMs(policy: Omit<RetryPolicy, 'maxAttempts'>, attempt: number, random: number): number {
  return Math.floor(random * Math.min(policy.maxDelayInMs, policy.baseDelayInMs * 2 ** (attempt - 1)));
}
