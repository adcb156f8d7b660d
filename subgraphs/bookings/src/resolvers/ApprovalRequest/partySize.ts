import type { ApprovalRequestResolvers } from '../../generated/resolvers-types.ts';
import { requestedBooking } from '../requested-booking.ts';

export const partySize: ApprovalRequestResolvers['partySize'] = async (request, _args, context) => {
  const { items } = await requestedBooking(request, context);
  return Math.max(...items.map(({ party }) => party.adults + party.children));
};
