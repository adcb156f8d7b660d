import type { ExchangeRates } from '@meridian/platform/exchange-rates/exchange-rates';
import type { Principal } from '@meridian/platform/identity/principal';
import type { OpenSpan } from '../domain/day-span.ts';
import { type RevenueGroup, type RevenueRow, revenueReport } from '../domain/revenue-report.ts';
import { weightsOf } from '../domain/weights.ts';
import type { Reports } from '../ports/reports.ts';
import { mayReadFigures } from './caller.ts';

/** By what, on which days (all unless said), and how many rows at most. */
export type ReportRevenueRequest = OpenSpan & Readonly<{ principal: Principal; groupBy: RevenueGroup; first: number }>;

type Dependencies = Readonly<{ reports: Pick<Reports, 'revenue'>; rates: ExchangeRates }>;

/** What was earned, at the newest reference rates, for operators; undefined for others. */
export const createReportRevenue =
  ({ reports, rates }: Dependencies) =>
  async ({ principal, groupBy, first, ...span }: ReportRevenueRequest): Promise<RevenueRow[] | undefined> => {
    if (!mayReadFigures(principal)) return undefined;
    const table = rates.current();
    return revenueReport(groupBy, await reports.revenue(groupBy, span, { first, weights: weightsOf(table) }), table);
  };
