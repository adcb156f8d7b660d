import { nameOf } from '@meridian/platform/values/name';
import { isLocalDateTime, toInstant, toLocalDateTime } from '@meridian/platform/values/zoned-time';
import type { Cabin, SegmentRecord } from '@meridian/schema/contracts/flight-records';
import { parseNumber, parseWhole } from '../values/parse-number.ts';
import { parseText } from '../values/parse-values.ts';

/** A segment as the file has it. Local times are `2022-04-17T12:57`; instants are epoch milliseconds. */
export type RawSegment = Readonly<{
  carrier: string;
  carrierName: string;
  origin: string;
  destination: string;
  departureLocal: string;
  arrivalLocal: string;
  departureInMs: number;
  arrivalInMs: number;
  distanceInKm: number | undefined;
  aircraft: string | undefined;
  cabin: Cabin;
}>;

const maxSegments = 3;

const cabins: Readonly<Record<string, Cabin>> = {
  coach: 'ECONOMY',
  'premium coach': 'PREMIUM_ECONOMY',
  business: 'BUSINESS',
  first: 'FIRST',
};
const localTime = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}):\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

const columns = {
  departure: 'segmentsDepartureTimeRaw',
  arrival: 'segmentsArrivalTimeRaw',
  origin: 'segmentsDepartureAirportCode',
  destination: 'segmentsArrivalAirportCode',
  carrier: 'segmentsAirlineCode',
  carrierName: 'segmentsAirlineName',
  cabin: 'segmentsCabinCode',
} as const;

const kilometresPerMile = 1.609344;

/** Whether each segment of a row's last column has a cabin. */
export const isWholeCabins = (value: string): boolean =>
  value.split('||').every((cabin) => cabins[cabin.trim().toLowerCase()] !== undefined);

type SegmentResult = RawSegment | string;

const readTimes = (at: (column: string) => string) => {
  const [departure, arrival] = [localTime.exec(at(columns.departure)), localTime.exec(at(columns.arrival))];
  if (departure === null || arrival === null)
    return `"${at(departure === null ? columns.departure : columns.arrival)}" is no time with an offset`;
  // Date.parse takes April 31 for May 1.
  for (const [written, local] of [departure, arrival]) if (!isLocalDateTime(local)) return `"${written}" is no time`;
  const [departureInMs, arrivalInMs] = [Date.parse(departure[0]), Date.parse(arrival[0])];
  if (Number.isNaN(departureInMs) || Number.isNaN(arrivalInMs))
    return `"${departure[0]}" or "${arrival[0]}" is no time`;
  if (arrivalInMs <= departureInMs) return 'a segment arrives before it departs';
  return { departureLocal: departure[1] ?? '', arrivalLocal: arrival[1] ?? '', departureInMs, arrivalInMs };
};

const segmentAt = (at: (column: string) => string): SegmentResult => {
  const times = readTimes(at);
  if (typeof times === 'string') return times;
  const [origin, destination, carrier] = [at(columns.origin), at(columns.destination), at(columns.carrier)];
  for (const code of [origin, destination]) if (!/^[A-Z]{3}$/.test(code)) return `"${code}" is no IATA airport code`;
  if (!/^[A-Z0-9]{2}$/.test(carrier)) return `"${carrier}" is no airline code`;
  const cabin = cabins[at(columns.cabin).toLowerCase()];
  if (cabin === undefined) return `"${at(columns.cabin)}" is no cabin`;
  const miles = parseNumber(at('segmentsDistance'));
  const distanceInKm = miles === undefined || miles <= 0 ? undefined : Math.round(miles * kilometresPerMile);
  const aircraft = parseText(at('segmentsEquipmentDescription'));
  return {
    carrier,
    carrierName: nameOf(at(columns.carrierName)),
    origin,
    destination,
    ...times,
    distanceInKm,
    aircraft,
    cabin,
  };
};

/** The longest trips of the sample take a day. A far date in the file makes one of years, which no calendar may hold once it is moved. */
const maxTripInMs = 7 * 86_400_000;

/** Whether each segment starts where and after the one before it ends. */
const chainProblem = (segments: readonly RawSegment[]): string | undefined => {
  for (const [index, segment] of segments.entries()) {
    const before = segments[index - 1];
    if (before === undefined) continue;
    if (before.destination !== segment.origin)
      return `it changes airports between segments (${before.destination} to ${segment.origin})`;
    if (segment.departureInMs < before.arrivalInMs) return 'a segment departs before the one before it arrives';
  }
  const tripInMs = (segments.at(-1)?.arrivalInMs ?? 0) - (segments[0]?.departureInMs ?? 0);
  return tripInMs > maxTripInMs ? 'the trip takes more than 7 days' : undefined;
};

/** Splits the segment columns of a row, which hold one value per segment, joined by `||`. A text is the reason to skip the row. */
export const readSegments = (get: (column: string) => string): readonly RawSegment[] | string => {
  const count = get(columns.departure).split('||').length;
  if (count > maxSegments) return `${count} segments; at most ${maxSegments} can be sold`;
  for (const column of Object.values(columns)) {
    if (get(column).split('||').length !== count) return `${column} has not ${count} values`;
  }
  const segments: RawSegment[] = [];
  for (let index = 0; index < count; index += 1) {
    const segment = segmentAt((column) => get(column).split('||')[index]?.trim() ?? '');
    if (typeof segment === 'string') return segment;
    segments.push(segment);
  }
  return chainProblem(segments) ?? segments;
};

/** The IANA zone of an airport. */
export type ZoneOf = (airport: string) => string;

/** An hour is forgiven: where clocks change, sources have written the offset of the wrong side. */
const maxOffsetErrorInMs = 3_600_000;

/** Whether the clocks of the airport's zone showed that local time at that instant, or one at most an hour away. */
const agrees = (local: string, instantInMs: number, zone: string): boolean =>
  Math.abs(Date.parse(`${local}Z`) - Date.parse(`${toLocalDateTime(instantInMs, zone)}Z`)) <= maxOffsetErrorInMs;

/** Why the offsets of a row's times cannot be meant at its airports; undefined when they can. */
export const offsetProblem = (segments: readonly RawSegment[], zoneOf: ZoneOf): string | undefined => {
  for (const { origin, destination, departureLocal, departureInMs, arrivalLocal, arrivalInMs } of segments) {
    if (!agrees(departureLocal, departureInMs, zoneOf(origin)))
      return `the offset of the departure at ${departureLocal} is not that of ${origin} (${zoneOf(origin)})`;
    if (!agrees(arrivalLocal, arrivalInMs, zoneOf(destination)))
      return `the offset of the arrival at ${arrivalLocal} is not that of ${destination} (${zoneOf(destination)})`;
  }
  return undefined;
};

const dayInMs = 86_400_000;
const moveLocal = (local: string, days: number): string =>
  new Date(Date.parse(`${local}Z`) + days * dayInMs).toISOString().slice(0, 16);

type Moved = Readonly<{ departureLocal: string; arrivalLocal: string; arrivalInMs: number }>;

/**
 * Moves a segment by whole days. A timetable is local: departures keep their clock time and flights their duration, so an arrival may
 * move by an hour where only one of the two ends changes its clocks. A connection that would then be missed keeps its waiting time.
 */
const moveSegment = (
  segment: RawSegment,
  zones: Readonly<{ origin: string; destination: string }>,
  after: Readonly<{ days: number; readyInMs: number; waitInMs: number }>,
): Moved => {
  const scheduled = moveLocal(segment.departureLocal, after.days);
  const scheduledInMs = toInstant(scheduled, zones.origin);
  const departureInMs = scheduledInMs >= after.readyInMs ? scheduledInMs : after.readyInMs + after.waitInMs;
  const arrivalInMs = departureInMs + (segment.arrivalInMs - segment.departureInMs);
  return {
    departureLocal: toLocalDateTime(departureInMs, zones.origin).slice(0, 16),
    arrivalLocal: toLocalDateTime(arrivalInMs, zones.destination).slice(0, 16),
    arrivalInMs,
  };
};

/**
 * The segments on the dates on which they are sold. The data has no flight numbers, so a departure is known by carrier, airports and
 * local time of departure: two itineraries that share it share its stock.
 */
export const datedSegments = (
  segments: readonly RawSegment[],
  seats: number,
  move: Readonly<{ days: number; zoneOf: ZoneOf }>,
): SegmentRecord[] => {
  let readyInMs = Number.NEGATIVE_INFINITY;
  return segments.map((segment, index) => {
    const waitInMs = segment.departureInMs - (segments[index - 1]?.arrivalInMs ?? segment.departureInMs);
    const zones = { origin: move.zoneOf(segment.origin), destination: move.zoneOf(segment.destination) };
    const moved = move.days === 0 ? segment : moveSegment(segment, zones, { days: move.days, readyInMs, waitInMs });
    readyInMs = moved.arrivalInMs;
    const { carrier, carrierName, origin, destination, distanceInKm, aircraft, cabin } = segment;
    return {
      carrier,
      carrierName,
      departureKey: `${carrier}/${origin}-${destination}/${moved.departureLocal}`,
      origin,
      destination,
      departureLocal: moved.departureLocal,
      arrivalLocal: moved.arrivalLocal,
      durationInMinutes: Math.round((segment.arrivalInMs - segment.departureInMs) / 60_000),
      ...(distanceInKm === undefined ? {} : { distanceInKm }),
      ...(aircraft === undefined ? {} : { aircraft }),
      seats: [{ cabin, capacity: seats }],
    };
  });
};

/** Whether it is a number of seats that an aircraft can have left: 0 to 1000. */
export const isSeatCount = (text: string): boolean => {
  const seats = parseWhole(text);
  return seats !== undefined && seats >= 0 && seats <= 1000;
};
