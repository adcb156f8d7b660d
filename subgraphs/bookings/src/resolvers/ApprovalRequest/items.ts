import type { ApprovalRequestResolvers } from '../../generated/resolvers-types.ts';
import { requestedBooking } from '../requested-booking.ts';
import { itemView } from '../views.ts';

export const items: ApprovalRequestResolvers['items'] = async (request, _args, context) => {
  const { booking, items } = await requestedBooking(request, context);
  return items.map((item) => itemView(item, booking.currency));
};
