import { addDays } from '@meridian/platform/values/local-date';
import { identified } from '@meridian/schema/contracts/content-hash';
import type { DemandFacts, StayObservation } from '@meridian/schema/contracts/observation-records';
import type { IntakeMoney } from '@meridian/schema/contracts/record';
import { type DateShift, shiftObserved, shiftTravel } from '../date-shift.ts';
import { isLeadTime } from '../plausible-dates.ts';
import { parseMoney, whyNoAmount } from '../values/parse-money.ts';
import { parseWhole } from '../values/parse-number.ts';
import { parseDate, parseFlag, parseText } from '../values/parse-values.ts';
import { isWholeDate } from '../values/whole-value.ts';
import { type Format, type FormatContext, type Item, openFormat, type Reading, skip } from './format.ts';

type Booking = Readonly<{
  hotel: string;
  arrival: string;
  bookedOn: string;
  price: IntakeMoney | undefined;
  demand: DemandFacts;
}>;

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

const arrivalOf = (get: (column: string) => string): string | undefined => {
  const [year, day] = [parseWhole(get('arrival_date_year')), parseWhole(get('arrival_date_day_of_month'))];
  const month = months.indexOf(get('arrival_date_month').toLowerCase()) + 1;
  if (year === undefined || day === undefined || month === 0) return undefined;
  return parseDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
};

const countOf = (get: (column: string) => string, ...columns: string[]): number =>
  columns.reduce((sum, column) => sum + Math.max(parseWhole(get(column)) ?? 0, 0), 0);

const read = (get: (column: string) => string, currency: string): Reading<Booking> => {
  const hotel = parseText(get('hotel'));
  if (hotel === undefined) return skip('no hotel');
  const arrival = arrivalOf(get);
  if (arrival === undefined) return skip('no valid date of arrival');
  const leadTimeInDays = parseWhole(get('lead_time'));
  if (!isLeadTime(leadTimeInDays)) return skip(`"${get('lead_time')}" is no lead time`);
  const cancelled = parseFlag(get('is_canceled'));
  if (cancelled === undefined) return skip(`"${get('is_canceled')}" is neither 0 nor 1 for cancelled`);
  const rate = parseMoney(get('adr'), currency);
  if (rate === undefined) return skip(whyNoAmount(get('adr'), { currency, what: 'daily rate' }));
  if (rate.minor < 0) return skip(`the daily rate ${get('adr')} is negative`);
  const marketSegment = parseText(get('market_segment'));
  const demand: DemandFacts = {
    leadTimeInDays,
    cancelled,
    nights: countOf(get, 'stays_in_weekend_nights', 'stays_in_week_nights'),
    guests: countOf(get, 'adults', 'children', 'babies'),
    ...(marketSegment === undefined || marketSegment === 'Undefined' ? {} : { marketSegment }),
  };
  const bookedOn = addDays(arrival, -leadTimeInDays);
  // A rate of 0 is a free night or a guest of the house: it tells of demand, never of a price.
  const parsed = { hotel, arrival, bookedOn, price: rate.minor === 0 ? undefined : rate, demand };
  return { ok: true, parsed, travelDate: arrival, observedDate: bookedOn };
};

const observation = ({ parsed, sourceKey }: Item<Booking>, shift: DateShift): StayObservation =>
  identified({
    sourceKey,
    kind: 'STAY' as const,
    stayType: 'HOTEL' as const,
    area: parsed.hotel,
    countryCode: 'PT',
    ...(parsed.price === undefined ? {} : { price: parsed.price }),
    observedAt: Date.parse(`${shiftObserved(parsed.bookedOn, shift)}T00:00:00Z`),
    travelDate: shiftTravel(parsed.arrival, shift),
    leadTimeInDays: parsed.demand.leadTimeInDays,
    source: 'hotel-demand',
    demand: parsed.demand,
    historical: true,
  });

const open = ({ prices, field, options }: FormatContext) =>
  openFormat<Booking>({
    read: (fields) => read((column) => field(fields, column), options.currency ?? 'EUR'),
    write: (items, shift) => prices.recordObservations(items.map((item) => observation(item, shift))),
  });

/** "Hotel booking demand": two anonymous hotels in Portugal, rates in EUR. */
export const hotelDemand: Format = {
  name: 'hotel-demand',
  source: 'hotel-demand',
  header: {
    required: [
      'hotel',
      'is_canceled',
      'lead_time',
      'arrival_date_year',
      'arrival_date_month',
      'arrival_date_day_of_month',
      'stays_in_weekend_nights',
      'stays_in_week_nights',
      'adults',
      'children',
      'babies',
      'market_segment',
      'adr',
      'reservation_status',
      'reservation_status_date',
    ],
    optional: [
      'arrival_date_week_number',
      'meal',
      'country',
      'distribution_channel',
      'is_repeated_guest',
      'previous_cancellations',
      'previous_bookings_not_canceled',
      'reserved_room_type',
      'assigned_room_type',
      'booking_changes',
      'deposit_type',
      'agent',
      'company',
      'days_in_waiting_list',
      'customer_type',
      'required_car_parking_spaces',
      'total_of_special_requests',
    ],
    others: 'refused',
  },
  whole: { reservation_status_date: isWholeDate },
  open,
};
