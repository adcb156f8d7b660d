import type { Problem } from '@meridian/platform/values/problems';
import { toInstant } from '@meridian/platform/values/zoned-time';
import { fareProblems, maxSeats } from './fare-rules.ts';
import type { Flight, Segment } from './listing.ts';
import { collectProblems, isBetween, type Problems } from './problems.ts';

const maxSegments = 3;
/** The longest flight without a stop takes 19 hours. */
const maxSegmentMinutes = 24 * 60;
const maxLayoverInMs = 48 * 3_600_000;

/** A segment as far as no clock and no map is needed to judge it. */
type Leg = Pick<Segment, 'origin' | 'destination' | 'seats'>;

function checkLeg(problems: Problems, leg: Leg, at: string): void {
  problems.require(
    leg.origin !== leg.destination,
    `${at}.destination`,
    'A segment ends at another airport than it begins at.',
  );
  problems.require(leg.seats.length > 0, `${at}.seats`, 'Say how many seats at least one cabin has.');
  for (const [index, { capacity }] of leg.seats.entries()) {
    const isCapacity = isBetween(capacity, 0, maxSeats);
    problems.require(isCapacity, `${at}.seats.${index}.capacity`, `A cabin has 0 to ${maxSeats} seats.`);
  }
  const cabins = new Set(leg.seats.map(({ cabin }) => cabin));
  problems.require(cabins.size === leg.seats.length, `${at}.seats`, 'Name each cabin once.');
}

/** What is wrong with the way and the seats of segments. Paths are those of the mutation's input. */
export function legProblems(legs: readonly Leg[]): readonly Problem[] {
  const problems = collectProblems();
  problems.require(isBetween(legs.length, 1, maxSegments), 'segments', 'A flight has one to three segments.');
  for (const [index, leg] of legs.entries()) {
    checkLeg(problems, leg, `segments.${index}`);
    const before = legs[index - 1];
    const follows = before === undefined || before.destination === leg.origin;
    problems.require(follows, `segments.${index}.origin`, `The segment before it lands at ${before?.destination}.`);
  }
  const isRound = legs.length > 1 && legs[0]?.origin === legs.at(-1)?.destination;
  problems.require(!isRound, 'segments', 'A flight ends elsewhere than it begins.');
  return problems.list();
}

/** What is wrong with the times of segments; one of which too little is known to tell its times is undefined. */
export function timeProblems(segments: readonly (Segment | undefined)[]): readonly Problem[] {
  const problems = collectProblems();
  for (const [index, segment] of segments.entries()) {
    if (!segment) continue;
    problems.require(
      isBetween(segment.durationInMinutes, 1, maxSegmentMinutes),
      `segments.${index}.arrivesAt`,
      'A segment lands after it departs, within 24 hours. Both times are on the local clocks of their airports.',
    );
    const before = segments[index - 1];
    if (before) checkLayover(problems, [before, segment], `segments.${index}.departsAt`);
  }
  return problems.list();
}

function checkLayover(problems: Problems, [before, after]: readonly [Segment, Segment], at: string): void {
  const layover =
    toInstant(after.departsAt, after.departureTimeZone) - toInstant(before.arrivesAt, before.arrivalTimeZone);
  problems.require(
    layover >= 0 && layover <= maxLayoverInMs,
    at,
    'A segment departs after the one before it has landed, at most 48 hours later.',
  );
}

/** Everything that is wrong with a flight. Paths are those of the mutation's input. */
export const flightProblems = ({ segments, fares }: Pick<Flight, 'segments' | 'fares'>): readonly Problem[] => [
  ...legProblems(segments),
  ...timeProblems(segments),
  ...fareProblems(fares, segments),
];
