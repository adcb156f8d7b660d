import type { DealsContext } from '../context.ts';
import { isOwn } from '../listing-reference.ts';

export async function priceWatch(_parent: unknown, { id }: { id: string }, { loaders, principal }: DealsContext) {
  const watch = await loaders.watch.load(id);
  return watch && isOwn(principal, watch.userId) ? watch : null;
}
