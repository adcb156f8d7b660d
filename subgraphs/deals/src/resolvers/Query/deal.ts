import type { DealsContext } from '../context.ts';

export const deal = (_parent: unknown, { id }: { id: string }, { loaders }: DealsContext) => loaders.deal.load(id);
