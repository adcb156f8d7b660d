import type { ValidationFailure } from '@meridian/platform/values/problems';

/** A failure that a caller of this service must expect. */
export type Failure = ValidationFailure | Readonly<{ code: 'TRACKING_OVERLOADED' }>;

/** An answer that carries a failure. */
export type Refusal<Of extends Failure = Failure> = Readonly<{ ok: false; failure: Of }>;

/** Refuses with a failure. */
export const refuse = <Of extends Failure>(failure: Of): Refusal<Of> => ({ ok: false, failure });
