/** One problem of one argument: where it lies, what is wrong and what would be right. */
export type Problem = Readonly<{ path: readonly string[]; message: string }>;

/** The arguments do not make sense. Every problem is listed. */
export type ValidationFailure = Readonly<{ code: 'VALIDATION_FAILED'; problems: readonly Problem[] }>;

/** A success with its value, or a failure that the caller must expect. Faults are thrown. */
export type Result<Value, Failure> = Readonly<{ ok: true; value: Value }> | Readonly<{ ok: false; failure: Failure }>;

export const accept = <Value>(value: Value) => ({ ok: true, value }) as const;
export const refuse = <Failure>(failure: Failure) => ({ ok: false, failure }) as const;

/** A failure that lists the problems, or undefined when there is none. */
export const failureOf = (problems: readonly Problem[]): ValidationFailure | undefined =>
  problems.length > 0 ? { code: 'VALIDATION_FAILED', problems } : undefined;
