import type { SegmentResolvers } from '../../generated/resolvers-types.ts';
import { requireAirport } from '../loaded.ts';

export const destination: SegmentResolvers['destination'] = ({ segment }, _args, context) =>
  requireAirport(segment.destination, context);
