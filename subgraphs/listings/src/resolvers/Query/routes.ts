import type { QueryResolvers } from '../../generated/resolvers-types.ts';
import { routePage } from '../route-page.ts';
import { withoutNulls } from '../shapes.ts';

export const routes: QueryResolvers['routes'] = (_parent, { first, after, ...among }, context) =>
  routePage(withoutNulls(among), { first, after }, context);
