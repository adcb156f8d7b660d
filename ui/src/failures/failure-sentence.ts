import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { codesOf } from '../graph/renewal-link.ts';

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
  const refusal = refusalIn(error);
  if (refusal !== undefined) return refusal;
  if (typeof navigator !== 'undefined' && !navigator.onLine)
    return 'You are offline. Connect to the network and try again.';
  return 'The server did not answer as it should. Try again.';
}
