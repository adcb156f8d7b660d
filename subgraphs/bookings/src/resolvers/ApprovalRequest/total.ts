import type { ApprovalRequestResolvers } from '../../generated/resolvers-types.ts';
import { requestedBooking } from '../requested-booking.ts';
import { moneyOf } from '../views.ts';

export const total: ApprovalRequestResolvers['total'] = async (request, _args, context) => {
  const { booking, items } = await requestedBooking(request, context);
  return moneyOf(
    items.reduce((sum, item) => sum + item.totalMinor, 0),
    booking.currency,
  );
};
