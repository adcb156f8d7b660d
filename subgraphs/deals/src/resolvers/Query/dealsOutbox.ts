import type { QueryResolvers } from '../../generated/resolvers-types.ts';

export const dealsOutbox: QueryResolvers['dealsOutbox'] = async (_parent, _arguments, { deals, principal }) =>
  (await deals.readOutbox({ principal })) ?? null;
