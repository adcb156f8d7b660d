import type { DealsContext } from '../context.ts';

export const deals = async ({ id }: { id: string }, _args: unknown, { loaders }: DealsContext) => [
  ...(await loaders.dealsOn.load(id)),
];
