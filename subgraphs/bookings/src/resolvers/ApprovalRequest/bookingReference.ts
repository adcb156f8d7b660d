import type { ApprovalRequestResolvers } from '../../generated/resolvers-types.ts';
import { requestedBooking } from '../requested-booking.ts';

export const bookingReference: ApprovalRequestResolvers['bookingReference'] = async (request, _args, context) =>
  (await requestedBooking(request, context)).booking.reference;
