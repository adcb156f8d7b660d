import { daysBetween } from '@meridian/platform/values/local-date';
import { identified } from '@meridian/schema/contracts/content-hash';
import type { Cabin, FareRecord, FlightRecord } from '@meridian/schema/contracts/flight-records';
import type { FlightObservation } from '@meridian/schema/contracts/observation-records';
import type { IntakeMoney } from '@meridian/schema/contracts/record';
import { type DateShift, shiftObserved, shiftTravel } from '../date-shift.ts';
import { parseMoney, whyNoAmount } from '../values/parse-money.ts';
import { parseWhole } from '../values/parse-number.ts';
import { parseDate, parseFlag, parseText } from '../values/parse-values.ts';
import { isWholeDate } from '../values/whole-value.ts';
import {
  datedSegments,
  isSeatCount,
  isWholeCabins,
  offsetProblem,
  type RawSegment,
  readSegments,
  type ZoneOf,
} from './expedia-segments.ts';
import { type Format, type FormatContext, type Item, openFormat, type Reading, skip } from './format.ts';

type Itinerary = Readonly<{
  legId: string;
  searchDate: string;
  flightDate: string;
  segments: readonly RawSegment[];
  seats: number;
  base: IntakeMoney;
  taxes: IntakeMoney;
  fareBasis: string | undefined;
  refundable: boolean;
  basic: boolean;
}>;

const cabinOrder: readonly Cabin[] = ['ECONOMY', 'PREMIUM_ECONOMY', 'BUSINESS', 'FIRST'];

/** A trip is sold as its lowest cabin: a coach feeder makes it a coach trip. */
const lowestCabin = (segments: readonly RawSegment[]): Cabin =>
  cabinOrder.find((cabin) => segments.some((segment) => segment.cabin === cabin)) ?? 'ECONOMY';

const readFare = (get: (column: string) => string, currency: string) => {
  const [base, total] = [parseMoney(get('baseFare'), currency), parseMoney(get('totalFare'), currency)];
  if (base === undefined) return whyNoAmount(get('baseFare'), { currency, what: 'fare' });
  if (total === undefined) return whyNoAmount(get('totalFare'), { currency, what: 'fare' });
  if (base.minor < 0) return `"${get('baseFare')}" is no fare`;
  if (total.minor <= 0) return `"${get('totalFare')}" is no fare`;
  if (total.minor < base.minor) return 'the total fare is below the base fare';
  return { base, taxes: { minor: total.minor - base.minor, currency } };
};

const read = (get: (column: string) => string, currency: string): Reading<Itinerary> => {
  const [legId, searchDate, flightDate] = [get('legId'), parseDate(get('searchDate')), parseDate(get('flightDate'))];
  if (legId === '') return skip('no legId');
  if (searchDate === undefined) return skip(`"${get('searchDate')}" is no date`);
  if (flightDate === undefined) return skip(`"${get('flightDate')}" is no date`);
  if (flightDate < searchDate) return skip('flightDate is before searchDate');
  const segments = readSegments(get);
  if (typeof segments === 'string') return skip(segments);
  if (segments[0]?.departureLocal.slice(0, 10) !== flightDate)
    return skip('the first segment does not leave on flightDate');
  if (!isSeatCount(get('seatsRemaining'))) return skip(`"${get('seatsRemaining')}" is no number of seats`);
  const fare = readFare(get, currency);
  if (typeof fare === 'string') return skip(fare);
  const parsed = {
    legId,
    searchDate,
    flightDate,
    segments,
    ...fare,
    seats: parseWhole(get('seatsRemaining')) ?? 0,
    fareBasis: parseText(get('fareBasisCode')),
    refundable: parseFlag(get('isRefundable')) ?? false,
    basic: parseFlag(get('isBasicEconomy')) ?? false,
  };
  return { ok: true, parsed, key: `expedia:${legId}:${searchDate}`, travelDate: flightDate, observedDate: searchDate };
};

const fareOf = (itinerary: Itinerary): FareRecord => ({
  key: 'published',
  name: itinerary.basic ? 'Basic' : 'Standard',
  cabin: lowestCabin(itinerary.segments),
  segmentCabins: itinerary.segments.map(({ cabin }) => cabin),
  bucket: itinerary.fareBasis?.slice(0, 1) ?? 'Y',
  ...(itinerary.fareBasis === undefined ? {} : { fareBasis: itinerary.fareBasis }),
  base: itinerary.base,
  taxes: itinerary.taxes,
  refundable: itinerary.refundable,
  basic: itinerary.basic,
  limit: itinerary.seats,
});

const flightOf = ({ parsed }: Item<Itinerary>, shift: DateShift, zoneOf: ZoneOf): FlightRecord => {
  const { legId, segments, seats, searchDate } = parsed;
  return identified({
    sourceKey: `expedia:${legId}`,
    origin: segments[0]?.origin ?? '',
    destination: segments.at(-1)?.destination ?? '',
    segments: datedSegments(segments, seats, { days: shift.travelInDays, zoneOf }),
    fares: [fareOf(parsed)],
    // Part of the hash: a later search with the same fare must push back an earlier one that is read after it.
    observedAt: Date.parse(`${searchDate}T00:00:00Z`),
  });
};

const observationOf = ({ parsed, sourceKey }: Item<Itinerary>, shift: DateShift): FlightObservation =>
  identified({
    sourceKey,
    kind: 'FLIGHT' as const,
    origin: parsed.segments[0]?.origin ?? '',
    destination: parsed.segments.at(-1)?.destination ?? '',
    cabin: lowestCabin(parsed.segments),
    stops: parsed.segments.length - 1,
    ...(parsed.segments[0] === undefined ? {} : { carrier: parsed.segments[0].carrier }),
    price: { minor: parsed.base.minor + parsed.taxes.minor, currency: parsed.base.currency },
    observedAt: Date.parse(`${shiftObserved(parsed.searchDate, shift)}T00:00:00Z`),
    travelDate: shiftTravel(parsed.flightDate, shift),
    leadTimeInDays: daysBetween(parsed.searchDate, parsed.flightDate),
    source: 'expedia',
    listingSourceKey: `expedia:${parsed.legId}`,
    historical: true,
  });

const open = ({ listings, prices, airports, options, field }: FormatContext) => {
  const zones = new Map(airports.map(({ iata, timeZone }) => [iata, timeZone]));
  const zoneOf: ZoneOf = (airport) => zones.get(airport) ?? 'UTC';
  const placeProblem = (segments: readonly RawSegment[]): string | undefined => {
    const unknown = segments
      .flatMap(({ origin, destination }) => [origin, destination])
      .find((code) => !zones.has(code));
    return unknown === undefined
      ? offsetProblem(segments, zoneOf)
      : `unknown airport ${unknown}; import ourairports first`;
  };
  return openFormat<Itinerary>({
    read: (fields) => {
      const reading = read((column) => field(fields, column), options.currency ?? 'USD');
      const problem = reading.ok ? placeProblem(reading.parsed.segments) : undefined;
      return problem === undefined ? reading : skip(problem);
    },
    write: async (items, shift) => {
      const flights = await listings.upsertFlights(items.map((item) => flightOf(item, shift, zoneOf)));
      const sold = items.filter((_, index) => typeof flights[index] !== 'object');
      const observed = await prices.recordObservations(sold.map((item) => observationOf(item, shift)));
      const observedByKey = new Map(sold.map((item, index) => [item.sourceKey, observed[index]]));
      // The row is the observation; its flight may be known from an earlier search. So the observation decides between new and not.
      return items.map((item, index) => {
        const flight = flights[index] ?? 'unchanged';
        const observation = observedByKey.get(item.sourceKey);
        return observation === undefined || observation === 'unchanged' ? flight : observation;
      });
    },
  });
};

/** "Flight Prices": one-way itineraries as seen on a search date. */
export const expedia: Format = {
  name: 'expedia',
  source: 'expedia',
  header: {
    required: [
      'legId',
      'searchDate',
      'flightDate',
      'startingAirport',
      'destinationAirport',
      'fareBasisCode',
      'isBasicEconomy',
      'isRefundable',
      'baseFare',
      'totalFare',
      'seatsRemaining',
      'segmentsDepartureTimeRaw',
      'segmentsArrivalTimeRaw',
      'segmentsArrivalAirportCode',
      'segmentsDepartureAirportCode',
      'segmentsAirlineName',
      'segmentsAirlineCode',
      'segmentsEquipmentDescription',
      'segmentsDistance',
      'segmentsCabinCode',
    ],
    optional: [
      'travelDuration',
      'elapsedDays',
      'isNonStop',
      'totalTravelDistance',
      'segmentsDepartureTimeEpochSeconds',
      'segmentsArrivalTimeEpochSeconds',
      'segmentsDurationInSeconds',
    ],
    others: 'refused',
  },
  // No cabin begins another, and a cut list has another number of segments than the other columns.
  whole: { segmentsCabinCode: isWholeCabins, searchDate: isWholeDate, flightDate: isWholeDate },
  open,
};
