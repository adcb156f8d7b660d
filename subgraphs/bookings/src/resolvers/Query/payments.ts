import type { PaymentState } from '../../domain/payment.ts';
import type { BookingsContext } from '../context.ts';
import { connectionOf, type PageArguments, pageRequest } from '../page.ts';

type Arguments = PageArguments & Readonly<{ states?: PaymentState[] | null }>;

const stream = 'payments';

export async function payments(_: unknown, args: Arguments, context: BookingsContext) {
  const states = args.states ? { states: args.states } : {};
  const request = { ...pageRequest(args, stream, context), ...states };
  const page = await context.bookings.read.allPayments(context.principal, request);
  return page ? connectionOf(page, { stream, isFirst: !args.after }, context) : null;
}
