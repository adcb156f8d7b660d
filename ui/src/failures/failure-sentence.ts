import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { codesOf } from '../graph/renewal-link.ts';
import { coercionProblems } from './coercion.ts';
import type { Failure } from './failure.ts';

const sentences: Readonly<Record<string, string>> = {
  RATE_LIMITED: 'You have asked very often in a short time. Wait a minute and try again.',
  SUBGRAPH_UNAVAILABLE: 'A part of Meridian is not reachable at the moment. What you have booked is safe.',
};

/** What the graph says of arguments that it cannot take: written for people. */
const refusalIn = (error: unknown): string | undefined =>
  CombinedGraphQLErrors.is(error)
    ? error.errors.find(({ extensions }) => extensions?.code === 'BAD_USER_INPUT')?.message
    : undefined;

/** Whether the graph could not take the arguments: asking again changes nothing, asking differently does. */
export const isRefusal = (error: unknown): boolean => refusalIn(error) !== undefined;

/** The sentence for a failed request: what happened, and what to do. */
export function sentenceOf(error: unknown): string {
  const known = codesOf(error).find(
    (code): code is string => typeof code === 'string' && Object.hasOwn(sentences, code),
  );
  if (known !== undefined) return sentences[known] ?? '';
  const [problem] = coercionProblems(error);
  if (problem !== undefined) return `Something that was entered cannot be used. ${problem.message}`;
  const refusal = refusalIn(error);
  if (refusal !== undefined) return refusal;
  if (typeof navigator !== 'undefined' && !navigator.onLine)
    return 'You are offline. Connect to the network and try again.';
  return 'The server did not answer as it should. Try again.';
}

/** A request that failed, as the failure that it is to a form: what the graph could not take stands beside its field. */
export function failureOf(error: unknown): Failure {
  const problems = coercionProblems(error);
  return { message: sentenceOf(error), ...(problems.length > 0 && { problems }) };
}
