import { nameOf } from '@meridian/platform/values/name';
import { isIataAirlineCode, isText } from '@meridian/platform/values/validation';
import { isLocalDateTime } from '@meridian/platform/values/zoned-time';
import { maxSeats } from '../../domain/fare-rules.ts';
import { departureResource, type FareDraft, type SegmentDraft } from '../../domain/flight-draft.ts';
import type { Cabin, CabinSeats } from '../../domain/listing.ts';
import { isBetween, type Problems } from '../../domain/problems.ts';
import { createAmountReader } from './read-amounts.ts';

/** A segment as its owner publishes it. Times are local, at the airports beside them; seats are of the whole plane. */
export type SegmentInput = Readonly<{
  carrier: string;
  flightNumber: string;
  origin: string;
  destination: string;
  departsAt: string;
  arrivesAt: string;
  aircraft?: string;
  seats: readonly CabinSeats[];
}>;

/** A fare as its owner publishes it. Amounts are decimal texts per traveler, in the flight's currency. */
export type FareInput = Readonly<{
  key: string;
  name: string;
  cabin: Cabin;
  price: string;
  taxes: string;
  fees: string;
  refundable: boolean;
  changeable: boolean;
  seats: number;
  checkedBags: number;
}>;

const keyPattern = /^[a-z0-9][a-z0-9-]{0,39}$/;
const isAirline = (code: string): boolean => isIataAirlineCode(code) || /^[A-Z]{3}$/.test(code);

/** An amount of nothing, however many digits say so. What is no amount is told elsewhere. */
const isZero = (amount: string): boolean => Number(amount) === 0;

/** Whether a text can name a fare or room type within its listing. */
export const isKey = (text: string): boolean => keyPattern.test(text);
/** What {@link isKey} asks for, in words. */
export const keyRule = 'A key has up to 40 lower-case letters, digits and hyphens.';

/** Reads segments, and notes what is wrong with each on its own. */
export function readSegments(problems: Problems, segments: readonly SegmentInput[]): SegmentDraft[] {
  return segments.map((segment, index) => {
    const at = `segments.${index}`;
    problems.require(
      isAirline(segment.carrier),
      `${at}.carrier`,
      'Use an IATA airline code, such as SQ, or an ICAO code.',
    );
    const isNumber = /^[1-9]\d{0,3}$/.test(segment.flightNumber);
    problems.require(isNumber, `${at}.flightNumber`, 'A flight number has 1 to 4 digits and does not begin with 0.');
    problems.require(
      isLocalDateTime(segment.departsAt),
      `${at}.departsAt`,
      'Use a local time to the minute, such as 2027-03-01T09:30.',
    );
    problems.require(
      isLocalDateTime(segment.arrivesAt),
      `${at}.arrivesAt`,
      'Use a local time to the minute, such as 2027-03-01T17:45.',
    );
    const isAircraft = segment.aircraft === undefined || isText(segment.aircraft, { minLength: 1, maxLength: 80 });
    problems.require(isAircraft, `${at}.aircraft`, 'An aircraft has a name of 1 to 80 characters.');
    for (const [cabin, { capacity }] of segment.seats.entries()) {
      const isCapacity = isBetween(capacity, 1, maxSeats);
      problems.require(isCapacity, `${at}.seats.${cabin}.capacity`, `A cabin on sale has 1 to ${maxSeats} seats.`);
    }
    const aircraft = segment.aircraft && nameOf(segment.aircraft);
    return { ...segment, aircraft, resource: departureResource(segment, segment.flightNumber) };
  });
}

/** Reads fares, and notes amounts and keys that are none. */
export function readFares(problems: Problems, fares: readonly FareInput[], currency: string): FareDraft[] {
  const read = createAmountReader(problems, currency);
  problems.require(fares.length <= 12, 'fares', 'A flight has one to twelve fares.');
  return fares.map((fare, index) => {
    const at = `fares.${index}`;
    problems.require(isKey(fare.key), `${at}.key`, keyRule);
    problems.require(
      isText(fare.name, { minLength: 1, maxLength: 80 }),
      `${at}.name`,
      'A fare has a name of 1 to 80 characters.',
    );
    const charges = {
      priceMinor: read(fare.price, `${at}.price`),
      taxMinor: read(fare.taxes, `${at}.taxes`),
      feeMinor: read(fare.fees, `${at}.fees`),
    };
    const isFree = [fare.price, fare.taxes, fare.fees].every(isZero);
    problems.require(!isFree, `${at}.price`, 'A seat costs more than 0, taxes and fees included.');
    return {
      key: fare.key,
      name: nameOf(fare.name),
      cabin: fare.cabin,
      bucket: fare.cabin.charAt(0),
      ...charges,
      refundable: fare.refundable,
      changeable: fare.changeable,
      limit: fare.seats,
      checkedBags: fare.checkedBags,
    };
  });
}
