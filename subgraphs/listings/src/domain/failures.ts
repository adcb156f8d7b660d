import type { Problem, ValidationFailure } from '@meridian/platform/values/problems';

/** Every failure that a caller of this service must expect. A fault is thrown and is never one of these. */
export type ListingsFailure =
  | ValidationFailure
  /** It does not exist, or was taken down. */
  | Readonly<{ code: 'NOT_FOUND'; id: string }>
  | Readonly<{ code: 'NOT_PERMITTED' }>
  /** Only guests review: no booking of the listing by the caller stands. */
  | Readonly<{ code: 'BOOKING_REQUIRED'; listingId: string }>
  /** Somebody changed the listing after the caller had read it. */
  | Readonly<{ code: 'VERSION_CONFLICT'; expectedVersion: number; currentVersion: number }>;

/** The failure of a code. */
export type FailureOf<Code extends ListingsFailure['code']> = Extract<ListingsFailure, { code: Code }>;

/** A use case's refusal. The store rolls back what was written before it. */
export type Refusal<Failure extends ListingsFailure = ListingsFailure> = Readonly<{ ok: false; failure: Failure }>;

/** Answers a failure. */
export const refuse = <const Failure extends ListingsFailure>(failure: Failure): Refusal<Failure> => ({
  ok: false,
  failure,
});

/** Refuses arguments, with every problem that was found in them. */
export const invalid = (problems: readonly Problem[]): Refusal<ValidationFailure> =>
  refuse({ code: 'VALIDATION_FAILED', problems });
