import type { Principal } from '@meridian/platform/identity/principal';
import { daysOf, type Span } from '../domain/day-span.ts';
import { type LookToBook, lookToBook, lookToBookTypes } from '../domain/look-to-book.ts';
import type { Reports } from '../ports/reports.ts';
import { mayReadFigures } from './caller.ts';

/** On which days. */
export type ReportLookToBookRequest = Span & Readonly<{ principal: Principal }>;

/** The way from searching to booking, in all and day by day, for operators; undefined for others. */
export const createReportLookToBook =
  (deps: Readonly<{ reports: Pick<Reports, 'eventCounts'> }>) =>
  async ({ principal, ...span }: ReportLookToBookRequest): Promise<LookToBook | undefined> =>
    mayReadFigures(principal)
      ? lookToBook(daysOf(span), await deps.reports.eventCounts({ ...span, types: lookToBookTypes }))
      : undefined;
