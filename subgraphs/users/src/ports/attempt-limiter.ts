import type { AttemptRule } from '../domain/attempts.ts';

/** Whether an attempt may be made; if not, for how many milliseconds the window of a used-up bucket still lasts. */
export type AttemptAnswer = Readonly<{ ok: true }> | Readonly<{ ok: false; retryAfterInMs: number }>;

/** Counts attempts across all processes of this service. */
export interface AttemptLimiter {
  /** Takes one attempt from every bucket before the work is done, or none from any when one is used up. */
  take(rules: readonly AttemptRule[]): Promise<AttemptAnswer>;
  /** Gives one attempt back to every bucket: it turned out to be an honest one. */
  giveBack(rules: readonly AttemptRule[]): Promise<void>;
}
