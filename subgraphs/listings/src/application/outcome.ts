import type { Problem, ValidationFailure } from '@meridian/platform/values/problems';

export type Refusal<Failure> = Readonly<{ ok: false; failure: Failure }>;
export type Answer<Value, Failure = ValidationFailure> = Readonly<{ ok: true; value: Value }> | Refusal<Failure>;

export const answer = <Value>(value: Value): Readonly<{ ok: true; value: Value }> => ({ ok: true, value });

export const refuse = <Failure>(failure: Failure): Refusal<Failure> => ({ ok: false, failure });

export const invalid = (problems: readonly Problem[]): Refusal<ValidationFailure> =>
  refuse({ code: 'VALIDATION_FAILED', problems });
