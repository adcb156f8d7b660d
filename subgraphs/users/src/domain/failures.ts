import type { Problem, ValidationFailure } from '@meridian/platform/values/problems';

/** A success with its value, or a failure that the caller must expect. Faults are thrown. */
export type Result<Value, Failure> = Readonly<{ ok: true; value: Value }> | Readonly<{ ok: false; failure: Failure }>;

export const accept = <Value>(value: Value) => ({ ok: true, value }) as const;
export const refuse = <Failure>(failure: Failure) => ({ ok: false, failure }) as const;

/** A failure that lists the problems, or undefined when there is none. */
export const failureOf = (problems: readonly Problem[]): ValidationFailure | undefined =>
  problems.length > 0 ? { code: 'VALIDATION_FAILED', problems } : undefined;
