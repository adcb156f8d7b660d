import type { QueryResolvers } from '../../generated/resolvers-types.ts';
import { pageSize, placeBehind, toConnection } from '../list-page.ts';
import { withoutNulls } from '../shapes.ts';

export const routes: QueryResolvers['routes'] = async (_, args, { reads }) => {
  const first = pageSize(args.first);
  const [afterId] = placeBehind('routes', args) ?? [];
  const { origin, destination, carrier } = args;
  const among = withoutNulls({ origin: origin ?? null, destination: destination ?? null, carrier: carrier ?? null });
  const found = await reads.reference.routes({ ...among, first: first + 1, ...(afterId ? { afterId } : {}) });
  return toConnection({ name: 'routes', first, ...found, isContinued: afterId !== undefined, place: ({ id }) => [id] });
};
