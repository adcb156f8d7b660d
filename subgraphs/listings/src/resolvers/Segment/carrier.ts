import type { SegmentResolvers } from '../../generated/resolvers-types.ts';
import { loadCarrier } from '../loaded.ts';

export const carrier: SegmentResolvers['carrier'] = ({ segment }, _args, context) =>
  loadCarrier(segment.carrier, segment.carrierName, context);
