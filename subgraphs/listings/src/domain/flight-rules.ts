import type { Problem } from '@meridian/platform/values/problems';
import { toInstant } from '@meridian/platform/values/zoned-time';
import type { Fare, Flight, Segment } from './listing.ts';
import { collectProblems, isBetween, isPrice, type Problems } from './problems.ts';

const maxSegments = 3;
const maxFares = 60;
/** The longest flight without a stop takes 19 hours. */
const maxSegmentMinutes = 24 * 60;
const maxLayoverInMs = 48 * 3_600_000;
const maxSeats = 900;

function checkSegment(problems: Problems, segment: Segment, at: string): void {
  problems.require(
    segment.origin !== segment.destination,
    `${at}.destination`,
    'A segment ends at another airport than it begins at.',
  );
  problems.require(
    isBetween(segment.durationInMinutes, 1, maxSegmentMinutes),
    `${at}.arrivesAt`,
    'A segment lands after it departs, within 24 hours. Both times are on the local clocks of their airports.',
  );
  problems.require(segment.seats.length > 0, `${at}.seats`, 'Say how many seats at least one cabin has.');
  for (const [index, { capacity }] of segment.seats.entries()) {
    problems.require(
      isBetween(capacity, 0, maxSeats),
      `${at}.seats.${index}.capacity`,
      `A cabin has 0 to ${maxSeats} seats.`,
    );
  }
  const cabins = new Set(segment.seats.map(({ cabin }) => cabin));
  problems.require(cabins.size === segment.seats.length, `${at}.seats`, 'Name each cabin once.');
}

function checkConnection(problems: Problems, [before, after]: readonly [Segment, Segment], at: string): void {
  problems.require(
    before.destination === after.origin,
    `${at}.origin`,
    `The segment before it lands at ${before.destination}.`,
  );
  const layover =
    toInstant(after.departsAt, after.departureTimeZone) - toInstant(before.arrivesAt, before.arrivalTimeZone);
  problems.require(
    layover >= 0 && layover <= maxLayoverInMs,
    `${at}.departsAt`,
    'A segment departs after the one before it has landed, at most 48 hours later.',
  );
}

function checkFare(
  problems: Problems,
  fare: Fare,
  { at, segments }: { at: string; segments: readonly Segment[] },
): void {
  problems.require(isPrice(fare.priceMinor), `${at}.price`, 'A price is 0 or more, and less than 10 billion.');
  problems.require(isPrice(fare.taxMinor), `${at}.taxes`, 'Taxes are 0 or more, and less than 10 billion.');
  problems.require(isPrice(fare.feeMinor), `${at}.fees`, 'Fees are 0 or more, and less than 10 billion.');
  problems.require(isBetween(fare.limit, 0, maxSeats), `${at}.seats`, `A fare offers 0 to ${maxSeats} seats.`);
  problems.require(isBetween(fare.checkedBags, 0, 10), `${at}.checkedBags`, 'A fare includes 0 to 10 bags.');
  for (const [index, segment] of segments.entries()) {
    const cabin = fare.segmentCabins[index] ?? fare.cabin;
    const isSold = segment.seats.some((seats) => seats.cabin === cabin);
    problems.require(isSold, `${at}.cabin`, `Segment ${index + 1} has no seats in the cabin ${cabin}.`);
  }
}

/** Everything that is wrong with a flight. Paths are those of the mutation's input. */
export function flightProblems(flight: Flight): readonly Problem[] {
  const problems = collectProblems();
  const { segments, fares } = flight;
  problems.require(isBetween(segments.length, 1, maxSegments), 'segments', 'A flight has one to three segments.');
  for (const [index, segment] of segments.entries()) {
    checkSegment(problems, segment, `segments.${index}`);
    const before = segments[index - 1];
    if (before) checkConnection(problems, [before, segment], `segments.${index}`);
  }
  problems.require(flight.origin !== flight.destination, 'segments', 'A flight ends elsewhere than it begins.');
  problems.require(isBetween(fares.length, 1, maxFares), 'fares', `A flight has one to ${maxFares} fares.`);
  for (const [index, fare] of fares.entries()) checkFare(problems, fare, { at: `fares.${index}`, segments });
  const keys = new Set(fares.map(({ key }) => key));
  problems.require(keys.size === fares.length, 'fares', 'Each fare has a key of its own.');
  return problems.list();
}
