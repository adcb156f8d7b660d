import { daysBetween, type LocalDate } from '@meridian/platform/values/local-date';
import { toLocalDate } from '@meridian/platform/values/zoned-time';
import { comparableKey } from '@meridian/schema/contracts/comparable';
import type { PriceObservationRecord } from '@meridian/schema/contracts/observation-records';
import type { ComparableSubject } from '../domain/listing-facts.ts';

const quarterInMs = 900_000;
const mostRemembered = 2_000;
const remembered = new Map<string, LocalDate>();

/**
 * The date in an IANA zone at an instant (epoch milliseconds). All zones differ from UTC by quarters of an hour, so an answer holds
 * for a quarter and is remembered: events of one moment ask for the same few zones thousands of times, and a zone costs more to
 * look up than everything else here.
 */
export function localDateAt(at: number, zone: string): LocalDate {
  const key = `${zone} ${Math.floor(at / quarterInMs)}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const date = toLocalDate(at, zone);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(key, date);
  return date;
}

/** Days from an instant, on the clock of a zone, until travel; 0 for what is past. */
export const leadTimeAt = (travelDate: LocalDate, at: number, zone: string): number =>
  Math.max(0, daysBetween(localDateAt(at, zone), travelDate));

/** The key under which a listing's price is compared, by the rule that importers share. */
export function keyOfSubject(subject: ComparableSubject, leadTimeInDays: number): string {
  const unnamed = { sourceKey: '', contentHash: '', observedAt: 0, source: '', historical: false };
  return comparableKey({ ...unnamed, ...subject, leadTimeInDays } as PriceObservationRecord);
}
