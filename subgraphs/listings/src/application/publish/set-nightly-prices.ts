import type { Principal } from '@meridian/platform/identity/principal';
import { daysBetween, isLocalDate, type LocalDate, todayIn } from '@meridian/platform/values/local-date';
import { invalid, type Refusal } from '../../domain/failures.ts';
import type { NightEntry, Stay } from '../../domain/listing.ts';
import { blankNight, type DatedNight, datesIn, nightAt, sameNights, writeNights } from '../../domain/night-calendar.ts';
import { collectProblems, isBetween, isPrice, type Problems } from '../../domain/problems.ts';
import { openForChange, type PublishDeps, type UpdateFailure } from './publish-deps.ts';
import { createAmountReader } from './read-amounts.ts';
import { storeChange } from './store-change.ts';

/** What holds for the nights of [from, until); what is absent stays. The price is a decimal text in the stay's currency. */
export type NightsInput = Readonly<{ from: string; until: string; price?: string; open?: boolean; minNights?: number }>;

/** New prices and openings of runs of nights; of two runs over a night the later one wins. */
export type SetNightlyPricesRequest = Readonly<{
  principal: Principal;
  stayId: string;
  expectedVersion: number;
  nights: readonly NightsInput[];
}>;

const longestRun = 400;
const farthestAhead = 730;

type Reading = Readonly<{ problems: Problems; stay: Stay; today: LocalDate }>;

function checkRun({ problems, today }: Reading, run: NightsInput, at: string): boolean {
  problems.require(isLocalDate(run.from), `${at}.from`, 'Use a date such as 2027-03-01.');
  problems.require(isLocalDate(run.until), `${at}.until`, 'Use a date such as 2027-03-08.');
  const isLength = run.minNights === undefined || isBetween(run.minNights, 1, 365);
  problems.require(isLength, `${at}.minNights`, 'The shortest stay is 1 to 365 nights.');
  if (!isLocalDate(run.from) || !isLocalDate(run.until)) return false;
  const isRun = isBetween(daysBetween(run.from, run.until), 1, longestRun);
  problems.require(
    isRun,
    `${at}.until`,
    `A run has 1 to ${longestRun} nights; the date of \`until\` is behind the last one.`,
  );
  const isAhead = isBetween(daysBetween(today, run.from), 0, farthestAhead);
  problems.require(isAhead, `${at}.from`, 'Nights lie between today and two years ahead.');
  return isRun && isAhead && isLength;
}

function readPrice({ problems, stay }: Reading, { price }: NightsInput, at: string): number | undefined {
  if (price === undefined) return undefined;
  const priceMinor = createAmountReader(problems, stay.currency)(price, at);
  const message = 'A night costs more than 0, and less than a trillion of the currency’s smallest units.';
  const isGood = isPrice(priceMinor) && priceMinor > 0;
  problems.add(isGood ? [] : [{ path: at.split('.'), message }]);
  return priceMinor;
}

/** The nights of a run, each with what the run changes on it. */
function nightsOfRun(reading: Reading, run: NightsInput, at: string): DatedNight[] {
  const priceMinor = readPrice(reading, run, `${at}.price`);
  if (!checkRun(reading, run, at)) return [];
  return datesIn(run.from, run.until).map((date) => {
    const before = nightAt(reading.stay.calendar, date) ?? blankNight;
    const entry: NightEntry = {
      ...before,
      open: run.open ?? before.open,
      priceMinor: priceMinor ?? before.priceMinor,
      minNights: run.minNights ?? before.minNights,
      // Opening or closing a night holds for all of its units.
      unitsOpen: run.open === undefined ? before.unitsOpen : null,
    };
    return { date, entry };
  });
}

/** Writes the runs one after the other, so that a later one builds on what an earlier one said of the same night. */
function withRuns(stay: Stay, runs: readonly NightsInput[], of: Omit<Reading, 'stay'>): Stay {
  let current = stay;
  for (const [index, run] of runs.entries()) {
    const nights = nightsOfRun({ ...of, stay: current }, run, `nights.${index}`);
    if (nights.length > 0) current = { ...current, calendar: writeNights(current.calendar, nights).calendar };
  }
  return sameNights(stay.calendar, current.calendar) ? stay : current;
}

type Answer = Readonly<{ ok: true; stay: Stay }> | Refusal<UpdateFailure>;

/** Sets prices, openings and shortest stays of nights of a stay of the caller's. */
export const createSetNightlyPrices =
  (deps: PublishDeps) =>
  ({ stayId: id, ...request }: SetNightlyPricesRequest): Promise<Answer> =>
    deps.store.transaction(async (transaction): Promise<Answer> => {
      const opened = await openForChange(transaction, { ...request, id }, 'STAY');
      if (!opened.ok) return opened;
      const problems = collectProblems('input');
      problems.require(isBetween(request.nights.length, 1, 50), 'nights', 'Give one to fifty runs of nights.');
      const now = deps.clock.now();
      const today = todayIn(opened.listing.timeZone, now);
      const before = opened.listing;
      const after = withRuns(before, request.nights.slice(0, 50), { problems, today });
      if (problems.list().length > 0) return invalid(problems.list());
      return { ok: true, stay: await storeChange(transaction, { before, after, now }) };
    });
