import { isCountryCode } from '@meridian/platform/values/country';
import { isCurrencyCode } from '@meridian/platform/values/currency';
import { isGeoPoint } from '@meridian/platform/values/geo';
import { isVisible } from '@meridian/platform/values/name';
import type { Problem } from '@meridian/platform/values/problems';
import { isClock } from '@meridian/platform/values/validation';
import { isTimeZone } from '@meridian/platform/values/zoned-time';
import type { ListingCommon, RoomType, Stay } from './listing.ts';
import { collectProblems, isBetween, isPrice, type Problems } from './problems.ts';

/** A place on earth with a country, a zone and a currency: what stays and cars have in common. */
export function checkPlace(problems: Problems, listing: ListingCommon): void {
  problems.require(isGeoPoint(listing), 'latitude', 'Latitudes lie within ±90°, longitudes within ±180°.');
  problems.require(isCountryCode(listing.countryCode), 'countryCode', 'Use a country code of ISO 3166-1, such as SG.');
  problems.require(
    isTimeZone(listing.timeZone),
    'timeZone',
    'Use a zone of the IANA database, such as Asia/Singapore.',
  );
  problems.require(isCurrencyCode(listing.currency), 'currency', 'Use a currency code of ISO 4217, such as EUR.');
  problems.require(isVisible(listing.city), 'city', 'Name the city.');
}

/** What sources give as the most when they mean without end. */
const mostNights = 1_125;

function checkRoomType(problems: Problems, room: RoomType, at: string): void {
  problems.require(isBetween(room.maxGuests, 1, 50), `${at}.maxGuests`, 'One to 50 guests fit in a room type.');
  problems.require(isBetween(room.units, 0, 999), `${at}.units`, 'There are 0 to 999 units of a room type.');
  problems.require(
    isBetween(room.pricePercent, 1, 1000),
    `${at}.pricePercent`,
    'The share of the price is 1 to 1000 per cent.',
  );
  const { bedrooms, beds, baths } = room;
  problems.require(bedrooms === null || isBetween(bedrooms, 0, 100), `${at}.bedrooms`, 'There are 0 to 100 bedrooms.');
  problems.require(beds === null || isBetween(beds, 0, 200), `${at}.beds`, 'There are 0 to 200 beds.');
  problems.require(baths === null || (baths >= 0 && baths <= 100), `${at}.baths`, 'There are 0 to 100 bathrooms.');
}

/** Everything that is wrong with a stay. Paths are those of the mutation's input. */
export function stayProblems(stay: Stay): readonly Problem[] {
  const problems = collectProblems();
  checkPlace(problems, stay);
  problems.require(isVisible(stay.title), 'title', 'Give the stay a title.');
  problems.require(
    stay.basePriceMinor === null || isPrice(stay.basePriceMinor),
    'nightlyPrice',
    'A price is 0 or more, and less than a trillion of the currency’s smallest units.',
  );
  problems.require(
    isPrice(stay.cleaningFeeMinor),
    'cleaningFee',
    'A fee is 0 or more, and less than a trillion of the currency’s smallest units.',
  );
  problems.require(
    isBetween(stay.taxPerMille, 0, 500),
    'taxPercent',
    'A tax is 0 to 50 per cent, with at most one digit.',
  );
  problems.require(
    isBetween(stay.minNights, 1, mostNights),
    'minNights',
    `The shortest stay is 1 to ${mostNights} nights.`,
  );
  problems.require(
    stay.maxNights >= stay.minNights,
    'maxNights',
    'The longest stay is not shorter than the shortest one.',
  );
  problems.require(stay.maxNights <= mostNights, 'maxNights', `The longest stay is at most ${mostNights} nights.`);
  for (const field of ['checkInFrom', 'checkOutUntil'] as const)
    problems.require(isClock(stay[field]), field, 'Use a time of the day such as 15:00.');
  problems.require(isBetween(stay.roomTypes.length, 1, 20), 'roomTypes', 'A stay has one to twenty room types.');
  for (const [index, room] of stay.roomTypes.entries()) checkRoomType(problems, room, `roomTypes.${index}`);
  const keys = new Set(stay.roomTypes.map(({ key }) => key));
  problems.require(keys.size === stay.roomTypes.length, 'roomTypes', 'Each room type has a key of its own.');
  return problems.list();
}
