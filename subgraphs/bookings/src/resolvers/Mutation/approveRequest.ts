import type { AnswerInput } from '../../application/answer-request.ts';
import type { BookingsContext } from '../context.ts';
import { toUserError } from '../failures.ts';

export async function approveRequest(
  _: unknown,
  { input }: { input: AnswerInput },
  { bookings, principal }: BookingsContext,
) {
  const answer = await bookings.approveRequest(principal, input);
  return answer.ok
    ? { __typename: 'ApprovalRequest', ...answer.request }
    : toUserError(answer.failure, ['input', 'requestId']);
}
