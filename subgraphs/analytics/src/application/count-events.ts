import type { Principal } from '@meridian/platform/identity/principal';
import type { Span } from '../domain/day-span.ts';
import type { EventCount } from '../domain/look-to-book.ts';
import type { Reports } from '../ports/reports.ts';
import { mayReadFigures } from './caller.ts';

/** On which days, and of which topic; of all unless said. */
export type CountEventsRequest = Span & Readonly<{ principal: Principal; topic?: string | undefined }>;

/** How many events of each type came in on each day, the newest day first, for operators; undefined for others. */
export const createCountEvents =
  (deps: Readonly<{ reports: Pick<Reports, 'eventCounts'> }>) =>
  async ({ principal, ...filter }: CountEventsRequest): Promise<EventCount[] | undefined> =>
    mayReadFigures(principal) ? deps.reports.eventCounts(filter) : undefined;
