import type { Unanswered } from '@meridian/ui/forms/unanswered';
import type { ApproveRequestMutation, RejectRequestMutation } from '../../generated/features/requests/requests.ts';

/** What comes of an owner's answer. */
export type Answer =
  | NonNullable<ApproveRequestMutation['approveRequest']>
  | NonNullable<RejectRequestMutation['rejectRequest']>
  | Unanswered;

type Answered = Extract<Answer, { __typename: 'ApprovalRequest' }>;
type AlreadyAnswered = Extract<Answer, { __typename: 'RequestAlreadyAnswered' }>;

/** What an answer means for the owner. `isOver`: the request waits no more, and leaves the list of those that do. */
export type Outcome = Readonly<{
  isOver: boolean;
  severity: 'success' | 'info' | 'warning' | 'error';
  sentence: string;
}>;

const approved: Partial<Readonly<Record<Answered['bookingState'], string>>> = {
  CONFIRMED: 'Approved. The booking stands, and the card is charged.',
  PENDING_APPROVAL: 'Approved. It stands as soon as everybody who is asked has said yes and the card is charged.',
  FAILED: 'Approved, but the card could not be charged any more. The booking has ended, and what it held is free.',
};

const answered = ({ state, bookingState }: Answered): Outcome =>
  state === 'APPROVED'
    ? {
        isOver: true,
        severity: bookingState === 'FAILED' ? 'warning' : 'success',
        sentence: approved[bookingState] ?? 'Approved.',
      }
    : { isOver: true, severity: 'success', sentence: 'Declined. What it held is free, and nothing is charged.' };

const already: Readonly<Record<AlreadyAnswered['state'], string>> = {
  PENDING: 'It still waits for an answer.',
  APPROVED: 'You have approved it before. Nothing has changed now.',
  REJECTED: 'You have declined it before. Nothing has changed now.',
  EXPIRED: 'The time to answer is over. Nothing was charged, and what it held is free.',
  WITHDRAWN: 'The traveler has cancelled, or another owner has said no. Nothing was charged.',
};

/** The designed state of each member of the answer. */
export function outcomeOf(answer: Answer): Outcome {
  switch (answer.__typename) {
    case 'ApprovalRequest':
      return answered(answer);
    case 'RequestAlreadyAnswered':
      return { isOver: answer.state !== 'PENDING', severity: 'info', sentence: already[answer.state] };
    case 'NotFound':
      return { isOver: true, severity: 'warning', sentence: 'There is no such request any more.' };
    case 'IdempotencyInProgress':
    case 'Unanswered':
      return {
        isOver: false,
        severity: 'warning',
        sentence: `${answer.message} We do not know yet whether your answer has arrived. Give it again: it counts once.`,
      };
    case 'NotPermitted':
      return { isOver: false, severity: 'error', sentence: 'Your account may not answer requests. Ask an admin.' };
    case 'IdempotencyKeyReused':
    case 'ValidationFailed':
      return { isOver: false, severity: 'error', sentence: answer.message };
  }
}
