import type { QueryResolvers } from '../../generated/resolvers-types.ts';

export const exchangeRates: QueryResolvers['exchangeRates'] = (_parent, _args, { listings }) => {
  const { date, ...table } = listings.readExchangeRates();
  return { ...table, asOf: date };
};
