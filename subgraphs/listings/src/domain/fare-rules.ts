import type { Problem } from '@meridian/platform/values/problems';
import type { FareDraft } from './flight-draft.ts';
import type { Cabin, Segment } from './listing.ts';
import { collectProblems, isBetween, isPrice, type Problems } from './problems.ts';

const maxFares = 60;
/** More seats than any cabin of a plane has. */
export const maxSeats = 900;

/** Segments as far as fares care for them. */
type Seated = readonly Pick<Segment, 'seats'>[];

const cabinOn = (fare: FareDraft, segment: number): Cabin => fare.segmentCabins?.[segment] ?? fare.cabin;

const capacityOf = ({ seats }: Pick<Segment, 'seats'>, cabin: Cabin): number | undefined =>
  seats.find((each) => each.cabin === cabin)?.capacity;

function checkFare(problems: Problems, fare: FareDraft, { at, segments }: { at: string; segments: Seated }): void {
  problems.require(
    isPrice(fare.priceMinor),
    `${at}.price`,
    'A price is 0 or more, and less than a trillion of the currency’s smallest units.',
  );
  problems.require(
    isPrice(fare.taxMinor),
    `${at}.taxes`,
    'Taxes are 0 or more, and less than a trillion of the currency’s smallest units.',
  );
  problems.require(
    isPrice(fare.feeMinor),
    `${at}.fees`,
    'Fees are 0 or more, and less than a trillion of the currency’s smallest units.',
  );
  problems.require(isBetween(fare.limit, 0, maxSeats), `${at}.seats`, `A fare offers 0 to ${maxSeats} seats.`);
  problems.require(isBetween(fare.checkedBags, 0, 10), `${at}.checkedBags`, 'A fare includes 0 to 10 bags.');
  for (const [index, segment] of segments.entries()) {
    const cabin = cabinOn(fare, index);
    const isSold = capacityOf(segment, cabin) !== undefined;
    problems.require(isSold, `${at}.cabin`, `Segment ${index + 1} has no seats in the cabin ${cabin}.`);
  }
}

/** What is wrong with fares, in the given order. Paths are those of the mutation's input. */
export function fareProblems(fares: readonly FareDraft[], segments: Seated): readonly Problem[] {
  const problems = collectProblems();
  problems.require(isBetween(fares.length, 1, maxFares), 'fares', `A flight has one to ${maxFares} fares.`);
  for (const [index, fare] of fares.entries()) checkFare(problems, fare, { at: `fares.${index}`, segments });
  const keys = new Set(fares.map(({ key }) => key));
  problems.require(keys.size === fares.length, 'fares', 'Each fare has a key of its own.');
  return problems.list();
}

/**
 * Fares that an owner puts on sale with no seat, or with more than their cabin has on some segment. Observed fares are not held to it:
 * a source tells of each what it saw, and a fare of which it saw none is a fact.
 */
export function unseatedFares(fares: readonly FareDraft[], segments: Seated): readonly Problem[] {
  const problems = collectProblems();
  for (const [index, fare] of fares.entries()) {
    const told = segments.flatMap((segment, leg) => capacityOf(segment, cabinOn(fare, leg)) ?? []);
    const most = Math.min(maxSeats, ...told.filter((capacity) => isBetween(capacity, 1, maxSeats)));
    const message = `A fare offers 1 to ${most} seats: as many as its cabin has on every segment.`;
    problems.require(isBetween(fare.limit, 1, most), `fares.${index}.seats`, message);
  }
  return problems.list();
}
