import type { QueryResolvers } from '../../generated/resolvers-types.ts';
import { badInput } from '../failures.ts';
import { userIdOf, withoutNulls } from '../shapes.ts';

export const searchStays: QueryResolvers['searchStays'] = async (_, args, { app, principal }) => {
  const { guests = 1, rooms = 1, currency = 'USD', ...input } = withoutNulls(args.input);
  const page = { first: args.first ?? 20, after: args.after ?? undefined, userId: userIdOf(principal) };
  const found = await app.searchStays({ ...input, guests, rooms, currency }, args.sort ?? 'PRICE', page);
  if (!found.ok) throw badInput(found.failure);
  return found.value;
};
