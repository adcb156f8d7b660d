import type { Problem } from '@meridian/platform/values/problems';
import { toInstant, toLocalDateTime } from '@meridian/platform/values/zoned-time';
import type { Segment } from './listing.ts';
import { collectProblems, type Problems } from './problems.ts';

/** Over ground, gate to gate. The fastest airliner ever timed between New York and London made 1,130 km/h with the jet stream. */
const fastestInKmPerHour = 1_200;
/** Over ground, in the air. The slowest aircraft that sell seats, of nine passengers and one propeller, cruise at 250 km/h and more. */
const slowestInKmPerHour = 150;
/** What a segment may take beside flying: taxiing, a long wait on the ground, a stop under the same flight number. */
const mostMinutesOnGround = 6 * 60;
/** Longer ones have a problem of their own, see `flight-rules.ts`. */
const longestSegmentInMinutes = 24 * 60;

/** Whether clocks in a zone ever show it: they skip an hour when they go forward. */
const exists = (localDateTime: string, zone: string): boolean =>
  toLocalDateTime(toInstant(localDateTime, zone), zone) === localDateTime;

function checkClock(
  problems: Problems,
  at: string,
  { time, zone, code }: Readonly<{ time: string; zone: string; code: string }>,
): void {
  const message = `Clocks at ${code} never show ${time.slice(11)} on ${time.slice(0, 10)}: they go forward over it.`;
  problems.require(exists(time, zone), at, message);
}

function checkSpeed(problems: Problems, segment: Segment, at: string): void {
  const { origin, destination, distanceInKm, durationInMinutes } = segment;
  // A segment that does not end, or not after its beginning, is a problem that the rules of flights tell.
  if (origin === destination || durationInMinutes < 1 || durationInMinutes > longestSegmentInMinutes) return;
  const least = Math.ceil((distanceInKm / fastestInKmPerHour) * 60);
  const most = Math.floor((distanceInKm / slowestInKmPerHour) * 60) + mostMinutesOnGround;
  const way = `${origin} and ${destination} are ${distanceInKm} km apart`;
  const told = 'Both times are on the local clocks of their airports.';
  problems.require(durationInMinutes >= least, at, `${way}, which takes ${least} minutes or more. ${told}`);
  problems.require(durationInMinutes <= most, at, `${way}, which takes ${most} minutes at most. ${told}`);
}

/**
 * What no aircraft or clock can do, in segments as an owner states them. Observed flights are not held to it: a source's fault in a
 * segment is no reason to hide the flight. A segment of which too little is known is undefined.
 */
export function implausibleSegments(segments: readonly (Segment | undefined)[]): readonly Problem[] {
  const problems = collectProblems();
  for (const [index, segment] of segments.entries()) {
    if (!segment) continue;
    const { departsAt, departureTimeZone, arrivesAt, arrivalTimeZone, origin, destination } = segment;
    const at = `segments.${index}`;
    checkClock(problems, `${at}.departsAt`, { time: departsAt, zone: departureTimeZone, code: origin });
    checkClock(problems, `${at}.arrivesAt`, { time: arrivesAt, zone: arrivalTimeZone, code: destination });
    checkSpeed(problems, segment, `${at}.arrivesAt`);
  }
  return problems.list();
}
