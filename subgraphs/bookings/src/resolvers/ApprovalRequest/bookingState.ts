import type { ApprovalRequestResolvers } from '../../generated/resolvers-types.ts';
import { requestedBooking } from '../requested-booking.ts';

export const bookingState: ApprovalRequestResolvers['bookingState'] = async (request, _args, context) =>
  (await requestedBooking(request, context)).booking.state;
