import { keepFormats } from './keep-formats.ts';
import { readingLocale } from './reading.ts';

/**
 * Dates and times that a traveler reads on a clock. They are texts without a zone (`2027-01-31T08:05`), meant for the clock of the
 * place; they are formatted as they stand and never moved into the reader's own zone.
 */
type Style = Intl.DateTimeFormatOptions;

const asIfUtc = (local: string): Date => new Date(`${local.length === 10 ? `${local}T00:00` : local}Z`);

const timeFormat = keepFormats((locale, style: Style) => new Intl.DateTimeFormat(locale, style));

const format = (local: string, style: Style, locale: string | undefined): string =>
  timeFormat(locale, { ...style, timeZone: 'UTC' }).format(asIfUtc(local));

/** `2027-01-31T08:05` → `8:05 AM`, as the locale writes it. */
export const formatClock = (local: string, locale = readingLocale()): string =>
  format(local, { hour: 'numeric', minute: '2-digit' }, locale);

/** `14:00` → `2:00 PM`, as the locale writes it: for a time that is the same every day. */
export const formatTimeOfDay = (clock: string, locale = readingLocale()): string =>
  formatClock(`2000-01-01T${clock}`, locale);

/** `2027-01-31` → `Sun, Jan 31`, as the locale writes it. */
export const formatDay = (local: string, locale = readingLocale()): string =>
  format(local, { weekday: 'short', month: 'short', day: 'numeric' }, locale);

/** `2027-01-31` → `Sun, Jan 31, 2027`, as the locale writes it: for what is kept longer than a year. */
export const formatDate = (local: string, locale = readingLocale()): string =>
  format(local, { weekday: 'short', month: 'short', day: 'numeric', year: 'numeric' }, locale);

/** `2027-01-31` → `Sunday, January 31, 2027`, as the locale writes it. */
export const formatLongDay = (local: string, locale = readingLocale()): string =>
  format(local, { dateStyle: 'full' }, locale);

/** `2027-01` → `Jan 2027`, as the locale writes it. */
export const formatMonth = (month: string, locale = readingLocale()): string =>
  format(`${month}-01`, { month: 'short', year: 'numeric' }, locale);

/** How many calendar days the second lies behind the first, each on its own clock: `+1` on overnight flights. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((asIfUtc(to.slice(0, 10)).getTime() - asIfUtc(from.slice(0, 10)).getTime()) / 86_400_000);

/** An instant on the reader's own clock, for what happened and not for what is travelled: `Jan 31, 8:05 AM`. */
export const formatInstant = (instant: string, locale = readingLocale()): string =>
  timeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));

/** The time of an instant that is near, on the reader's own clock: `8:05 AM`. */
export const formatTime = (instant: string, locale = readingLocale()): string =>
  timeFormat(locale, { timeStyle: 'short' }).format(new Date(instant));

/** An instant until which something has to be done, with the zone of the reader's clock: `Jan 31, 2027, 8:05 AM GMT+1`. */
export const formatDeadline = (instant: string, locale = readingLocale()): string =>
  timeFormat(locale, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(instant));

/** The day of an instant on the reader's own clock, where the hour says nothing: `Jan 31, 2027`. */
export const formatInstantDay = (instant: string, locale = readingLocale()): string =>
  timeFormat(locale, { dateStyle: 'medium' }).format(new Date(instant));

/** The hour of an instant on the reader's own clock, to the second: `8:05:09 AM`. */
export const formatInstantClock = (instant: string, locale = readingLocale()): string =>
  timeFormat(locale, { timeStyle: 'medium' }).format(new Date(instant));

/** The city of an IANA zone, to say whose clock is meant: `Asia/Ho_Chi_Minh` → `Ho Chi Minh`. */
export const zoneCity = (timeZone: string): string => (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
