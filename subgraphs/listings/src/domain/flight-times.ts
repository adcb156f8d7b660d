import { toInstant } from '@meridian/platform/values/zoned-time';
import type { Segment } from './listing.ts';

type Arriving = Pick<Segment, 'arrivesAt' | 'arrivalTimeZone'>;
type Departing = Pick<Segment, 'departsAt' | 'departureTimeZone'>;

/** How long one waits from a landing to the next departure, in minutes of real time. */
export const layoverInMinutes = (before: Arriving, next: Departing): number =>
  Math.round(
    (toInstant(next.departsAt, next.departureTimeZone) - toInstant(before.arrivesAt, before.arrivalTimeZone)) / 60_000,
  );

/** The minutes from the first departure to the last arrival. */
export const durationOf = (segments: readonly Segment[]): number =>
  segments.reduce((sum, segment, index) => {
    const before = segments[index - 1];
    return sum + segment.durationInMinutes + (before ? layoverInMinutes(before, segment) : 0);
  }, 0);

/** The kilometres of all segments together. */
export const distanceOf = (segments: readonly Pick<Segment, 'distanceInKm'>[]): number =>
  segments.reduce((sum, segment) => sum + segment.distanceInKm, 0);
