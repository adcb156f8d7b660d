import { type AnswerDeps, type AnswerRequest, answerRequest } from './answer-request.ts';

/** An owner's no: the stock is free and the authorisation is given back. */
export const createRejectRequest = (deps: AnswerDeps) => (request: AnswerRequest) =>
  answerRequest(deps, request, { verdict: 'REJECTED', operation: 'rejectRequest' });
