import type { SegmentResolvers } from '../../generated/resolvers-types.ts';
import { requireAirport } from '../loaded.ts';

export const origin: SegmentResolvers['origin'] = ({ segment }, _args, context) =>
  requireAirport(segment.origin, context);
