import { type AnswerDeps, type AnswerRequest, answerRequest } from './answer-request.ts';

/** An owner's yes. After the last one the payment is captured and the booking stands. */
export const createApproveRequest = (deps: AnswerDeps) => (request: AnswerRequest) =>
  answerRequest(deps, request, { verdict: 'APPROVED', operation: 'approveRequest' });
