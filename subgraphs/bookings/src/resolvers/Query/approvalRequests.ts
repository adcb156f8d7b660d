import type { BookingsContext } from '../context.ts';
import { connectionOf, type PageArguments, pageRequest } from '../page.ts';

type Arguments = PageArguments & Readonly<{ openOnly?: boolean | null }>;

const stream = 'approvalRequests';

export async function approvalRequests(_: unknown, args: Arguments, context: BookingsContext) {
  const request = { ...pageRequest(args, stream, context), openOnly: args.openOnly ?? false };
  const page = await context.bookings.read.requests(context.principal, request);
  return page ? connectionOf(page, { stream, isFirst: !args.after }, context) : null;
}
