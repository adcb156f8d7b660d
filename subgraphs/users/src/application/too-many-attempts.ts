/** Too many attempts were made. Nothing was checked. */
export type TooManyAttemptsFailure = Readonly<{ code: 'TOO_MANY_ATTEMPTS'; retryAfterInSeconds: number }>;

/** Rounds up: who waits as long as we say must not be refused again. */
export const tooManyAttempts = (retryAfterInMs: number): TooManyAttemptsFailure => ({
  code: 'TOO_MANY_ATTEMPTS',
  retryAfterInSeconds: Math.max(1, Math.ceil(retryAfterInMs / 1000)),
});
