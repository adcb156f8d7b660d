import { type FailureOf, type Refusal, refuse } from '../domain/failures.ts';

/** Refuses an attempt. Rounds up: who waits as long as we say must not be refused again. */
export const tooManyAttempts = (retryAfterInMs: number): Refusal<FailureOf<'TOO_MANY_ATTEMPTS'>> =>
  refuse({ code: 'TOO_MANY_ATTEMPTS', retryAfterInSeconds: Math.max(1, Math.ceil(retryAfterInMs / 1000)) });
