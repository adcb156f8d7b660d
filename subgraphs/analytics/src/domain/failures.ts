import type { ValidationFailure } from '@meridian/platform/values/problems';

/** A failure that a caller of this service must expect. */
export type Failure =
  | ValidationFailure
  | Readonly<{ code: 'TRACKING_OVERLOADED' }>
  | Readonly<{ code: 'ALREADY_REPLAYED' }>
  | Readonly<{ code: 'NOT_FOUND'; id: string }>;

/** The failures with these codes. */
export type FailureOf<Code extends Failure['code']> = Extract<Failure, { code: Code }>;

/** An answer that carries a failure. */
export type Refusal<Of extends Failure = Failure> = Readonly<{ ok: false; failure: Of }>;

/** Refuses with a failure. */
export const refuse = <Of extends Failure>(failure: Of): Refusal<Of> => ({ ok: false, failure });
