import type { AnswerInput } from '../../application/answer-request.ts';
import type { BookingsContext } from '../context.ts';
import { toUserError } from '../failures.ts';

export async function rejectRequest(
  _: unknown,
  { input }: { input: AnswerInput },
  { bookings, principal }: BookingsContext,
) {
  const answer = await bookings.rejectRequest(principal, input);
  return answer.ok
    ? { __typename: 'ApprovalRequest', ...answer.request }
    : toUserError(answer.failure, ['input', 'requestId']);
}
