import { badInput } from '@meridian/platform/subgraph/pages';
import type { QueryResolvers } from '../../generated/resolvers-types.ts';

export const priceHistory: QueryResolvers['priceHistory'] = async (_parent, args, { deals }) => {
  const { comparableKey: key } = args;
  const days = args.days ?? 90;
  if (days < 1 || days > 365) throw badInput('`days` is a number from 1 to 365.');
  if (key.length > 400) throw badInput('`comparableKey` is a key as a deal or a price insight has it.');
  return (await deals.readPriceHistory({ key, days })) ?? null;
};
