import type { ApprovalRequestResolvers } from '../generated/resolvers-types.ts';
import { bookingReference } from './ApprovalRequest/bookingReference.ts';
import { bookingState } from './ApprovalRequest/bookingState.ts';
import { isForCaller } from './ApprovalRequest/isForCaller.ts';
import { items } from './ApprovalRequest/items.ts';
import { partySize } from './ApprovalRequest/partySize.ts';
import { total } from './ApprovalRequest/total.ts';

/** A question to an owner, for that owner and for operators. */
export const ApprovalRequest: ApprovalRequestResolvers = {
  createdAt: ({ createdAtInMs }) => createdAtInMs,
  answerBy: ({ answerByInMs }) => answerByInMs,
  answeredAt: ({ answeredAtInMs }) => answeredAtInMs,
  bookingReference,
  bookingState,
  isForCaller,
  items,
  partySize,
  total,
};
