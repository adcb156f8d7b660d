import type { QueryResolvers } from '../../generated/resolvers-types.ts';
import { badInput } from '../failures.ts';
import { userIdOf, withoutNulls } from '../shapes.ts';

/** To the minute, as a hire's times are kept. */
const toMinute = (time: string | undefined) => time?.slice(0, 16);

export const searchCars: QueryResolvers['searchCars'] = async (_, args, { app, principal }) => {
  const { currency = 'USD', pickUpAt, dropOffAt, ...input } = withoutNulls(args.input);
  const times = withoutNulls({ pickUpAt: toMinute(pickUpAt) ?? null, dropOffAt: toMinute(dropOffAt) ?? null });
  const page = { first: args.first ?? 20, after: args.after ?? undefined, userId: userIdOf(principal) };
  const found = await app.searchCars({ ...input, ...times, currency }, args.sort ?? 'PRICE', page);
  if (!found.ok) throw badInput(found.failure);
  return found.value;
};
