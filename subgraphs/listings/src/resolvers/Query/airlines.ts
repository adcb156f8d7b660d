import { fold } from '../../domain/folded-text.ts';
import type { QueryResolvers } from '../../generated/resolvers-types.ts';
import { pageSize, placeBehind, toConnection } from '../list-page.ts';

export const airlines: QueryResolvers['airlines'] = async (_, args, { reads }) => {
  const first = pageSize(args.first);
  const behind = placeBehind('airlines', args);
  const skip = Math.max(0, Number(behind?.[0] ?? 0) || 0);
  const found = await reads.reference.airlinesByName({
    prefix: fold((args.search ?? '').slice(0, 100)),
    first: first + 1,
    skip,
  });
  const place = (_airline: unknown, index: number) => [String(skip + index + 1)];
  return toConnection({ name: 'airlines', first, ...found, isContinued: behind !== undefined, place });
};
