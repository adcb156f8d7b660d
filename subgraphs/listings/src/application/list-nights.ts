import type { Clock } from '@meridian/platform/time/clock';
import { addDays, daysBetween, type LocalDate, todayIn } from '@meridian/platform/values/local-date';
import { type FailureOf, invalid, type Refusal } from '../domain/failures.ts';
import type { Stay } from '../domain/listing.ts';
import { type NightOnSale, nightsOnSale } from '../domain/nights-on-sale.ts';
import { collectProblems, isBetween } from '../domain/problems.ts';

/** Which nights of which room type. Without dates: 30 nights from today at the place on. */
export type ListNightsRequest = Readonly<{
  stay: Stay;
  roomKey: string;
  from?: LocalDate | undefined;
  /** The date behind the last night. */
  until?: LocalDate | undefined;
}>;

type Answer = Readonly<{ ok: true; nights: readonly NightOnSale[] }> | Refusal<FailureOf<'VALIDATION_FAILED'>>;

const usualNights = 30;
const mostNights = 400;
/** Behind it, a year of nights would leave the calendar. */
const lastDate = '9990-01-01';

/** Prices and openings of nights, as the owner sells them. What others have booked is not deducted. */
export const createListNights =
  ({ clock }: Readonly<{ clock: Clock }>) =>
  ({ stay, roomKey, ...asked }: ListNightsRequest): Answer => {
    const today = todayIn(stay.timeZone, clock.now());
    const problems = collectProblems();
    const from = asked.from ?? today;
    problems.require(from <= lastDate, 'from', `Ask for nights up to ${lastDate}.`);
    if (problems.list().length > 0) return invalid(problems.list());
    const until = asked.until ?? addDays(from, usualNights);
    const isRun = isBetween(daysBetween(from, until), 0, mostNights);
    problems.require(isRun, 'until', `Ask for up to ${mostNights} nights; \`until\` is behind \`from\`.`);
    if (problems.list().length > 0) return invalid(problems.list());
    return { ok: true, nights: nightsOnSale(stay, roomKey, { from, until, today }) };
  };
