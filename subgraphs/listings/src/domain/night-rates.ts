import { addDays, daysBetween, type LocalDate } from '@meridian/platform/values/local-date';
import { money, multiply } from '@meridian/platform/values/money';
import { type NightCalendar, type NightEntry, type RoomType, roomResource, type Stay } from './listing.ts';

/** Marks a closed night in {@link RoomRates.prices}. */
const CLOSED = -1;

/** How far ahead nights without a word of their own can be booked at the stay's base price. */
const horizonInDays = 365;

/**
 * The nightly prices of a room type, ready to be asked. Nights in [`calendarFrom`, + `prices.length`) have a price of their own or
 * are {@link CLOSED}; any other night in [`openFrom`, `openUntil`) costs `baseMinor`, and is closed when there is none.
 */
export type RoomRates = Readonly<{
  resource: string;
  roomKey: string;
  maxGuests: number;
  units: number;
  baseMinor: number | null;
  openFrom: LocalDate;
  openUntil: LocalDate;
  calendarFrom: LocalDate | null;
  prices: ArrayLike<number>;
}>;

const priceShare = (priceMinor: number, pricePercent: number, currency: string): number =>
  pricePercent === 100
    ? priceMinor
    : multiply(money(priceMinor, currency), { numerator: pricePercent, denominator: 100 }).minor;

type Rated = Pick<Stay, 'id' | 'roomTypes' | 'calendar' | 'basePriceMinor' | 'currency'>;

function entryPrice(entry: NightEntry | null, room: RoomType, baseMinor: number | null): number | null {
  if (entry === null) return baseMinor;
  const units = entry.unitsOpen?.[room.key];
  if (!entry.open || units === 0) return null;
  return entry.priceMinor ?? baseMinor;
}

/** The rates of every room type, as seen from `today` (the date at the place): earlier nights are left out. */
export function ratesOf(stay: Rated, today: LocalDate): RoomRates[] {
  const calendar = stay.calendar ? cutBefore(stay.calendar, today) : null;
  return stay.roomTypes.map((room) => {
    const share = (minor: number | null) =>
      minor === null ? null : priceShare(minor, room.pricePercent, stay.currency);
    return {
      resource: roomResource(stay.id, room.key),
      roomKey: room.key,
      maxGuests: room.maxGuests,
      units: room.units,
      baseMinor: share(stay.basePriceMinor),
      openFrom: today,
      openUntil: addDays(today, horizonInDays),
      calendarFrom: calendar?.firstDate ?? null,
      prices: (calendar?.nights ?? []).map((entry) => share(entryPrice(entry, room, stay.basePriceMinor)) ?? CLOSED),
    };
  });
}

function cutBefore(calendar: NightCalendar, today: LocalDate): NightCalendar | null {
  const past = Math.max(0, daysBetween(calendar.firstDate, today));
  const nights = calendar.nights.slice(past);
  return nights.length === 0 ? null : { firstDate: addDays(calendar.firstDate, past), nights };
}

/** Asks for prices by the number of days from `start`: dates are read once, not per night. */
function pricesFrom(rates: RoomRates, start: LocalDate): (days: number) => number | null {
  const calendarOffset = rates.calendarFrom === null ? 0 : daysBetween(rates.calendarFrom, start);
  const openAfter = daysBetween(start, rates.openFrom);
  const openBefore = daysBetween(start, rates.openUntil);
  return (days) => {
    const own = rates.prices[calendarOffset + days];
    if (own !== undefined) return own === CLOSED ? null : own;
    return days >= openAfter && days < openBefore ? rates.baseMinor : null;
  };
}

/** The price of a night in minor units; null when it is closed. */
export const nightPrice = (rates: RoomRates, date: LocalDate): number | null => pricesFrom(rates, date)(0);

/** The prices of nights in [checkIn, checkOut); undefined when one of them is closed. */
export function pricesOfNights(rates: RoomRates, checkIn: LocalDate, checkOut: LocalDate): number[] | undefined {
  const priceAt = pricesFrom(rates, checkIn);
  const prices: number[] = [];
  const count = daysBetween(checkIn, checkOut);
  for (let days = 0; days < count; days += 1) {
    const price = priceAt(days);
    if (price === null) return undefined;
    prices.push(price);
  }
  return prices;
}

/** The cheapest night from a date on that can be booked; undefined when every night is closed. */
export function cheapestNight(
  rates: RoomRates,
  notBefore: LocalDate = rates.openFrom,
): Readonly<{ date: LocalDate; priceMinor: number }> | undefined {
  let best: { date: LocalDate; priceMinor: number } | undefined;
  const base = firstUncovered(rates, notBefore);
  if (base !== undefined && rates.baseMinor !== null) best = { date: base, priceMinor: rates.baseMinor };
  const first = rates.calendarFrom === null ? 0 : Math.max(0, daysBetween(rates.calendarFrom, notBefore));
  for (let index = first; index < rates.prices.length; index += 1) {
    const priceMinor = rates.prices[index] ?? CLOSED;
    if (priceMinor === CLOSED || (best !== undefined && priceMinor >= best.priceMinor)) continue;
    best = { date: addDays(rates.calendarFrom ?? rates.openFrom, index), priceMinor };
  }
  return best;
}

/** The first night from a date on that has no price of its own, within what can be booked. */
function firstUncovered(rates: RoomRates, notBefore: LocalDate): LocalDate | undefined {
  const start = later(rates.openFrom, notBefore);
  const isCovered = rates.calendarFrom !== null && rates.calendarFrom <= start;
  const behind = rates.calendarFrom === null ? start : addDays(rates.calendarFrom, rates.prices.length);
  const first = isCovered ? later(behind, start) : start;
  return first < rates.openUntil ? first : undefined;
}

/**
 * Units of a room type on sale per night, in step with {@link flatNights}; undefined where every open night has all of them.
 */
export function flatUnits(stay: Rated, rates: RoomRates, nights: ReturnType<typeof flatNights>): number[] | undefined {
  const { calendar } = stay;
  if (calendar === null) return undefined;
  const offset = daysBetween(calendar.firstDate, nights.from);
  const units = nights.prices.map((price, index) => {
    const told = calendar.nights[offset + index]?.unitsOpen?.[rates.roomKey];
    return price === null ? 0 : Math.min(told ?? rates.units, rates.units);
  });
  return units.every((count, index) => nights.prices[index] === null || count === rates.units) ? undefined : units;
}

const later = (left: LocalDate, right: LocalDate): LocalDate => [left, right].sort().at(-1) ?? right;

/** Prices of all nights from `openFrom` up to the end of calendar and horizon, null where closed: what other services get. */
export function flatNights(rates: RoomRates): Readonly<{ from: LocalDate; prices: (number | null)[] }> {
  const calendarEnd = rates.calendarFrom === null ? rates.openFrom : addDays(rates.calendarFrom, rates.prices.length);
  // Without a base price nothing behind the calendar can be booked.
  const horizonEnd = rates.baseMinor === null ? rates.openFrom : rates.openUntil;
  const until = later(calendarEnd, horizonEnd);
  const priceAt = pricesFrom(rates, rates.openFrom);
  const prices = Array.from({ length: daysBetween(rates.openFrom, until) }, (_, days) => priceAt(days));
  return { from: rates.openFrom, prices };
}
