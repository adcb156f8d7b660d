import { addDays, daysBetween } from '@meridian/platform/values/local-date';

/** The longest span of days in one report by day. */
const longestSpanInDays = 366;

/** Days in UTC (`2027-03-01`), both included. */
export type Span = Readonly<{ from: string; to: string }>;

/** As {@link Span}; an absent end is open. */
export type OpenSpan = Readonly<{ from?: string | undefined; to?: string | undefined }>;

/** What is wrong with a span of days; undefined when nothing is. */
export function spanProblem({ from, to }: OpenSpan): string | undefined {
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

/** Every day of a span, in order. */
export const daysOf = ({ from, to }: Span): string[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));
