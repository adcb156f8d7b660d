import type { RevenueRowResolvers } from '../generated/resolvers-types.ts';
import { vendor } from './RevenueRow/vendor.ts';

/** A row of the report on revenue. */
export const RevenueRow: RevenueRowResolvers = { vendor };
