import { userOf } from '../../application/caller.ts';
import type { ApprovalRequestResolvers } from '../../generated/resolvers-types.ts';

export const isForCaller: ApprovalRequestResolvers['isForCaller'] = ({ ownerId }, _args, { principal }) =>
  userOf(principal) === ownerId;
