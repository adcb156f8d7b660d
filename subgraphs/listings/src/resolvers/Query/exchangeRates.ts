import type { QueryResolvers } from '../../generated/resolvers-types.ts';

export const exchangeRates: QueryResolvers['exchangeRates'] = async (_, __, { app }) => {
  const { base, date, source, rates } = await app.exchangeRates();
  const listed = [...rates].map(([currency, rate]) => ({ currency, rate }));
  return { base, asOf: date, source, rates: listed.sort((left, right) => (left.currency < right.currency ? -1 : 1)) };
};
