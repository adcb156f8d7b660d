import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from './local-date.ts';

/** What a clock on a wall shows, to the minute and without a zone: `2026-11-20T14:05`. As text it sorts as the times do. */
export type LocalDateTime = string;

const localDateTimePattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** Whether `value` is a real local date and time in exactly that form, which the events and the schema share. */
export function isLocalDateTime(value: unknown): value is LocalDateTime {
  if (typeof value !== 'string' || !localDateTimePattern.test(value) || value.startsWith('0000')) return false;
  try {
    // Hour 24 is read as the next day's midnight by some; no clock on a wall shows it.
    return Temporal.PlainDateTime.from(value, { overflow: 'reject' }).toString().startsWith(value);
  } catch {
    return false;
  }
}

const knownZones = new Map<string, boolean>();

/** Whether `value` is a zone of the IANA database, for example `Asia/Singapore`. Offsets such as `+08:00` are not zones. */
export function isTimeZone(value: unknown): value is string {
  if (typeof value !== 'string' || !/^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/.test(value)) return false;
  const known = knownZones.get(value);
  if (known !== undefined) return known;
  let isZone = true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
  } catch {
    isZone = false;
  }
  // The texts come from outside: without a bound, a caller could fill the memory with names that do not exist.
  if (knownZones.size < 2_000) knownZones.set(value, isZone);
  return isZone;
}

/**
 * The instant, in epoch milliseconds, at which clocks in `zone` show `localDateTime`.
 *
 * A time that occurs twice (clocks go back) means the earlier instant. A time that does not occur (clocks go forward) is moved
 * later by the length of the gap: 02:30 in a gap from 02:00 to 03:00 means 03:30. That is what people expect of an alarm, and
 * what RFC 5545 prescribes for calendars.
 *
 * @throws RangeError for what is no local date and time or no zone
 */
export function toInstant(localDateTime: LocalDateTime, zone: string): number {
  return Temporal.PlainDateTime.from(localDateTime).toZonedDateTime(zone, { disambiguation: 'compatible' })
    .epochMilliseconds;
}

/** What clocks in `zone` show at an instant (epoch milliseconds); seconds are cut off, as a clock without them does. */
export function toLocalDateTime(instantInMs: number, zone: string): LocalDateTime {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instantInMs).toZonedDateTimeISO(zone);
  return zoned.toPlainDateTime().toString({ smallestUnit: 'minute', roundingMode: 'trunc' });
}

/** The date in `zone` at an instant (epoch milliseconds). */
export const toLocalDate = (instantInMs: number, zone: string): LocalDate =>
  toLocalDateTime(instantInMs, zone).slice(0, 10);
