import type { ExchangeRates } from '@meridian/platform/exchange-rates/exchange-rates';
import { addDays, daysBetween } from '@meridian/platform/values/local-date';
import type { ListingKind } from '../domain/listing.ts';
import { type EventCount, type LookToBook, lookToBook, lookToBookTypes } from '../domain/look-to-book.ts';
import { type RevenueGroup, type RevenueRow, revenueReport } from '../domain/revenue-report.ts';
import { type ListingRanking, rankListings, summariseListings, type TopListing } from '../domain/top-listings.ts';
import { weightsOf } from '../domain/weights.ts';
import type { DaySpan, Reports } from '../ports/reports.ts';

/** The longest span of days in one report by day. */
const longestSpanInDays = 366;

/** Days in UTC (`2027-03-01`), both included. */
export type Span = Readonly<{ from: string; to: string }>;

/** What is wrong with a span of days; undefined when nothing is. */
export function spanProblem({ from, to }: DaySpan): string | undefined {
  if (from === undefined || to === undefined) return undefined;
  return from > to ? '`from` must not lie after `to`.' : undefined;
}

/** As {@link spanProblem}, for reports with a row per day. */
export function dailySpanProblem(span: Span): string | undefined {
  const problem = spanProblem(span);
  if (problem) return problem;
  const days = daysBetween(span.from, span.to) + 1;
  return days > longestSpanInDays ? `Ask for at most ${longestSpanInDays} days at once.` : undefined;
}

const daysOf = ({ from, to }: Span): string[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));

type Dependencies = Readonly<{ reports: Reports; rates: ExchangeRates }>;

/** The reports, for callers who were found to be allowed to read them. */
export const createReports = ({ reports, rates }: Dependencies) => ({
  eventCounts: (span: Span, topic: string | undefined): Promise<EventCount[]> =>
    reports.eventCounts({ ...span, topic }),
  async revenue(group: RevenueGroup, span: DaySpan, first: number): Promise<RevenueRow[]> {
    const table = rates.current();
    return revenueReport(group, await reports.revenue(group, span, { first, weights: weightsOf(table) }), table);
  },
  async topListings(by: ListingRanking, kind: ListingKind | undefined, first: number): Promise<TopListing[]> {
    const table = rates.current();
    const listingIds = await reports.topListings({ by, kind, first, weights: weightsOf(table) });
    return rankListings(summariseListings(await reports.activity(listingIds), table), by, first);
  },
  async lookToBook(span: Span): Promise<LookToBook> {
    return lookToBook(daysOf(span), await reports.eventCounts({ ...span, types: lookToBookTypes }));
  },
});

/** The reports as {@link createReports} makes them. */
export type AnalyticsReports = ReturnType<typeof createReports>;
