import type { DealsContext } from '../context.ts';

export const priceInsight = ({ id }: { id: string }, _args: unknown, { loaders }: DealsContext) =>
  loaders.insight.load(id);
