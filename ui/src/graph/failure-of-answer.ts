const hasError = (answer: unknown): answer is Readonly<{ error: unknown }> =>
  typeof answer === 'object' && answer !== null && 'error' in answer && answer.error !== undefined;

/**
 * Why what was asked for did not come; nothing when it came. It never rejects: the graph's client rejects for some requests, and for
 * others, `refetch` among them, it answers with the error beside what it has.
 */
export const failureOfAnswer = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    (answer) => (hasError(answer) ? answer.error : undefined),
    (failure: unknown) => failure ?? new Error('It was refused without a reason.'),
  );
