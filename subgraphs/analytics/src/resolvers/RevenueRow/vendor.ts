import type { RevenueRowResolvers } from '../../generated/resolvers-types.ts';

/** Owners of data sets and of the demo market have profiles as people have; an owner who is unknown here has none. */
export const vendor: RevenueRowResolvers['vendor'] = async ({ groupBy, key }, _args, { loaders }) => {
  if (groupBy !== 'VENDOR') return null;
  const id = await loaders.vendor.load(key);
  return id === null ? null : { id };
};
