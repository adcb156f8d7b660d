import type { Booking } from './booking.ts';

/** What became of a question to an owner. `WITHDRAWN`: the traveler cancelled, or another owner said no. */
export type ApprovalState = 'PENDING' | 'APPROVED' | 'REJECTED' | 'EXPIRED' | 'WITHDRAWN';

/** The question to one owner whether the booking's items of theirs may stand. Instants are epoch milliseconds. */
export type ApprovalRequest = Readonly<{
  id: string;
  bookingId: string;
  ownerId: string;
  state: ApprovalState;
  createdAtInMs: number;
  answerByInMs: number;
  answeredAtInMs: number | null;
}>;

/** An owner has a day. */
export const TIME_TO_ANSWER_IN_MS = 24 * 3_600_000;

/** Whom the booking must wait for: each owner of an item that is not booked at once, one time. */
export const ownersToAsk = (booking: Booking): string[] => [
  ...new Set(booking.items.filter((item) => !item.instantBook).map((item) => item.ownerId)),
];

/** An owner's answer that comes too late, or a second time; `state` says what became of the request. */
export type AnswerFailure = Readonly<{ code: 'REQUEST_ALREADY_ANSWERED'; state: ApprovalState }>;

/** Decides an owner's answer. The request lapses at the very instant of `answerByInMs`, not after it. */
export function answer(
  request: ApprovalRequest,
  state: 'APPROVED' | 'REJECTED',
  atInMs: number,
): Readonly<{ ok: true; request: ApprovalRequest }> | Readonly<{ ok: false; failure: AnswerFailure }> {
  const isOver = request.state === 'PENDING' && atInMs >= request.answerByInMs;
  if (request.state !== 'PENDING' || isOver) {
    return {
      ok: false,
      failure: { code: 'REQUEST_ALREADY_ANSWERED', state: isOver ? 'EXPIRED' : request.state },
    };
  }
  return { ok: true, request: { ...request, state, answeredAtInMs: atInMs } };
}
