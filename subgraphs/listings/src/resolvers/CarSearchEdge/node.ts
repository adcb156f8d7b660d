import type { CarSearchEdgeResolvers } from '../../generated/resolvers-types.ts';
import { requireListing } from '../loaded.ts';

export const node: CarSearchEdgeResolvers['node'] = ({ found }, _args, context) =>
  requireListing('CAR', found.candidate.id, context);
