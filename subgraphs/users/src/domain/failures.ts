import type { Problem, ValidationFailure } from '@meridian/platform/values/problems';

/** Every failure that a caller of this service must expect. A fault is thrown and is never one of these. */
export type UsersFailure =
  | ValidationFailure
  | Readonly<{ code: 'EMAIL_TAKEN' }>
  /** Address or password is wrong; which of the two, nobody learns. */
  | Readonly<{ code: 'INVALID_CREDENTIALS' }>
  /** Nothing was checked. Who waits as long as this is not refused again for the same attempts. */
  | Readonly<{ code: 'TOO_MANY_ATTEMPTS'; retryAfterInSeconds: number }>
  | Readonly<{ code: 'SESSION_ENDED' }>
  | Readonly<{ code: 'OPEN_BOOKINGS'; bookingIds: readonly string[] }>
  /** The account of the caller is deleted already; its access token is still good. */
  | Readonly<{ code: 'ACCOUNT_GONE' }>
  | Readonly<{ code: 'NOT_FOUND'; id: string }>
  /**
   * `OWN_ADMIN_ROLE`: an operator may do this to others, but not lock itself out. `OTHERS_DEPEND`: what an account publishes or operates
   * would be left to nobody.
   */
  | Readonly<{ code: 'NOT_PERMITTED'; reason?: 'OWN_ADMIN_ROLE' | 'OTHERS_DEPEND' }>;

/** The failure of a code. */
export type FailureOf<Code extends UsersFailure['code']> = Extract<UsersFailure, { code: Code }>;

/** A use case's refusal. The store rolls back what was written before it. */
export type Refusal<Failure extends UsersFailure = UsersFailure> = Readonly<{ ok: false; failure: Failure }>;

/** Answers a failure. */
export const refuse = <const Failure extends UsersFailure>(failure: Failure): Refusal<Failure> => ({
  ok: false,
  failure,
});

/** Refuses arguments, with every problem that was found in them. */
export const invalid = (problems: readonly Problem[]): Refusal<ValidationFailure> =>
  refuse({ code: 'VALIDATION_FAILED', problems });
