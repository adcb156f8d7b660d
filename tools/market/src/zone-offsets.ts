import { Temporal } from 'temporal-polyfill';

const minuteInMs = 60_000;
const dayInMs = 86_400_000;

const readOffset = (zone: string, instantInMs: number): number =>
  Temporal.Instant.fromEpochMilliseconds(instantInMs).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;

/** The last instant of [from, to] at which the offset still is that of `from`, to the minute. */
const lastBeforeChange = (zone: string, from: number, to: number): number => {
  const offset = readOffset(zone, from);
  let [low, high] = [from, to];
  while (high - low > minuteInMs) {
    const middle = low + Math.floor((high - low) / 2 / minuteInMs) * minuteInMs;
    if (readOffset(zone, middle) === offset) low = middle;
    else high = middle;
  }
  return low;
};

/** Converts between local times and instants of one zone. */
export type ZoneOffsets = Readonly<{
  /** @param localInMs a local time written as if it were UTC */
  toInstant: (localInMs: number) => number;
  /** @returns the local time, written as if it were UTC */
  toLocal: (instantInMs: number) => number;
}>;

/**
 * Remembers a zone's offset per UTC day, because asking Temporal for each of 60,000 times takes longer than the rest of the
 * market. A day on which the clocks change is split at the minute of the change.
 */
export const createZoneOffsets = (zone: string): ZoneOffsets => {
  const days = new Map<number, Readonly<{ before: number; after: number; changeInMs: number }>>();
  const dayOf = (instantInMs: number) => {
    const day = Math.floor(instantInMs / dayInMs);
    const known = days.get(day);
    if (known !== undefined) return known;
    const [from, to] = [day * dayInMs, (day + 1) * dayInMs];
    const [before, after] = [readOffset(zone, from), readOffset(zone, to)];
    const read = { before, after, changeInMs: before === after ? to : lastBeforeChange(zone, from, to) + minuteInMs };
    days.set(day, read);
    return read;
  };
  const offsetAt = (instantInMs: number): number => {
    const day = dayOf(instantInMs);
    return instantInMs < day.changeInMs ? day.before : day.after;
  };
  return {
    toLocal: (instantInMs) => instantInMs + offsetAt(instantInMs),
    toInstant: (localInMs) => {
      const guess = localInMs - offsetAt(localInMs);
      return localInMs - offsetAt(guess);
    },
  };
};

/** `2026-12-01T09:30` of a local time that is written as if it were UTC. */
export const localText = (localInMs: number): string => new Date(localInMs).toISOString().slice(0, 16);
