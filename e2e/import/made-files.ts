const flightsHeader =
  'legId,searchDate,flightDate,startingAirport,destinationAirport,fareBasisCode,travelDuration,elapsedDays,isBasicEconomy,isRefundable,isNonStop,baseFare,totalFare,seatsRemaining,totalTravelDistance,segmentsDepartureTimeEpochSeconds,segmentsDepartureTimeRaw,segmentsArrivalTimeEpochSeconds,segmentsArrivalTimeRaw,segmentsArrivalAirportCode,segmentsDepartureAirportCode,segmentsAirlineName,segmentsAirlineCode,segmentsEquipmentDescription,segmentsDurationInSeconds,segmentsDistance,segmentsCabinCode';

const dayInMs = 86_400_000;
const minuteInMs = 60_000;
const departuresPerDay = 1_000;

/** Between airports of one zone that never changes its clocks, so that the dates do not matter. */
const flightRow = (leg: number, searchDate: string, firstDay: string): string => {
  const departure = Date.parse(`${firstDay}T00:00Z`) + Math.floor(leg / departuresPerDay) * dayInMs;
  const at = (minutes: number): string =>
    new Date(departure + ((leg % departuresPerDay) + minutes) * minuteInMs).toISOString().replace('Z', '+05:30');
  const total = 100 + (leg % 90) + Number(searchDate.slice(-2));
  return [
    ...[`made-${leg}`, searchDate, at(0).slice(0, 10), 'QQC', 'QQD', 'YLOW', 'PT2H', '0', 'False', 'False', 'True'],
    ...['90.00', `${total}.50`, 1 + ((leg + total) % 9), '700', '', at(0), '', at(120), 'QQD', 'QQC', 'Quay Air', 'Q9'],
    ...['Airbus A320', '7200', 'None', 'coach'],
  ].join(',');
};

/** An Expedia file of so many flights, each seen in every search; all of one search stand together, the newest in the middle. */
export const flightsFile = (
  flights: number,
  dates: Readonly<{ searches: readonly string[]; firstDay: string }>,
): string =>
  [
    flightsHeader,
    ...dates.searches.flatMap((search) =>
      Array.from({ length: flights }, (_, leg) => flightRow(leg, search, dates.firstDay)),
    ),
    '',
  ].join('\n');

/** An Inside Airbnb file of so many stays. */
export const staysFile = (stays: number): string =>
  [
    'id,name,host_id,host_name,neighbourhood_group,neighbourhood,latitude,longitude,room_type,price,minimum_nights,number_of_reviews,last_review,reviews_per_month,calculated_host_listings_count,availability_365,number_of_reviews_ltm,license',
    ...Array.from(
      { length: stays },
      (_, stay) =>
        `${800_000 + stay},Room ${stay},1,,Harbour,Old Pier,47.61,-122.34,Private room,${50 + stay},1,2,,,1,89,0,`,
    ),
    '',
  ].join('\n');

/** An Inside Airbnb calendar of a year for each of so many stays. */
export const nightsFile = (stays: number, firstNight: string): string =>
  [
    'listing_id,date,available,price,adjusted_price,minimum_nights,maximum_nights',
    ...Array.from({ length: stays * 365 }, (_, index) => {
      const [stay, night] = [Math.floor(index / 365), index % 365];
      const date = new Date(Date.parse(firstNight) + night * dayInMs).toISOString().slice(0, 10);
      return `${800_000 + stay},${date},${night % 7 === 0 ? 'f' : 't'},$${60 + ((stay + night) % 40)}.00,,1,30`;
    }),
    '',
  ].join('\n');
