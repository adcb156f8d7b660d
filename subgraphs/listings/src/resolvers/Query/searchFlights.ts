import type { QueryResolvers } from '../../generated/resolvers-types.ts';
import { badInput } from '../failures.ts';
import { userIdOf, withoutNulls } from '../shapes.ts';

export const searchFlights: QueryResolvers['searchFlights'] = async (_, args, { app, principal }) => {
  const { adults = 1, children = 0, currency = 'USD', ...input } = withoutNulls(args.input);
  const page = { first: args.first ?? 20, after: args.after ?? undefined, userId: userIdOf(principal) };
  const found = await app.searchFlights({ ...input, adults, children, currency }, args.sort ?? 'PRICE', page);
  if (!found.ok) throw badInput(found.failure);
  return found.value;
};
