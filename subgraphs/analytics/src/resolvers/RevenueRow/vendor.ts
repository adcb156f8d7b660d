import type { RevenueRow } from '../../domain/revenue-report.ts';
import type { AnalyticsContext } from '../context.ts';

/** Owners of data sets and of the demo market have profiles as people have; an owner who is unknown here has none. */
export async function vendor({ groupBy, key }: RevenueRow, _args: unknown, { loaders }: AnalyticsContext) {
  if (groupBy !== 'VENDOR') return null;
  const id = await loaders.vendor.load(key);
  return id === null ? null : { id };
}
