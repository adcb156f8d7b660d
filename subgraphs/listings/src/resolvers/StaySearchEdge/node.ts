import type { StaySearchEdgeResolvers } from '../../generated/resolvers-types.ts';
import { requireListing } from '../loaded.ts';

export const node: StaySearchEdgeResolvers['node'] = ({ found }, _args, context) =>
  requireListing('STAY', found.candidate.id, context);
