/** Made-up rows in the formats of the public sources, small enough to be read. */
export const airportsHeader =
  'id,ident,type,name,latitude_deg,longitude_deg,elevation_ft,continent,iso_country,iso_region,municipality,scheduled_service,icao_code,iata_code,gps_code,local_code,home_link,wikipedia_link,keywords';

export const airportRows = [
  '1,KATL,large_airport,"Hartsfield, Atlanta",33.6367,-84.4281,1026,NA,US,US-GA,Atlanta,yes,KATL,ATL,KATL,ATL,,,"Atlanta, ATL"',
  '2,KDEN,large_airport,Denver International,39.8617,-104.673,5431,NA,US,US-CO,Denver,yes,KDEN,DEN,KDEN,DEN,,,',
  '3,KPHX,large_airport,Phoenix Sky Harbor,33.4343,-112.012,1135,NA,US,US-AZ,Phoenix,yes,KPHX,PHX,KPHX,PHX,,,',
  '4,VIDP,large_airport,Indira Gandhi International,28.5556,77.0952,777,AS,IN,IN-DL,New Delhi,yes,VIDP,DEL,VIDP,,,,',
  '5,VABB,large_airport,Chhatrapati Shivaji,19.0888,72.8679,39,AS,IN,IN-MM,Mumbai,yes,VABB,BOM,VABB,,,,"Bombay"',
  '6,VANM,large_airport,Navi Mumbai,18.99,73.06,10,AS,IN,IN-MM,Navi Mumbai,yes,VANM,NMI,VANM,,,,',
  '7,VOBL,large_airport,Kempegowda,13.1979,77.7063,3000,AS,IN,IN-KA,Bengaluru,yes,VOBL,BLR,VOBL,,,,',
  '8,WSSS,large_airport,Singapore Changi,1.35019,103.994,22,AS,SG,SG-04,Singapore,yes,WSSS,SIN,WSSS,,,,',
  '9,RJTT,large_airport,Tokyo Haneda,35.5523,139.7797,35,AS,JP,JP-13,"Tokyo (Ota)",yes,RJTT,HND,RJTT,,,,',
];

export const airports = (...rows: string[]): string =>
  `${[airportsHeader, ...(rows.length === 0 ? airportRows : rows)].join('\n')}\n`;

export const expediaHeader =
  'legId,searchDate,flightDate,startingAirport,destinationAirport,fareBasisCode,travelDuration,elapsedDays,isBasicEconomy,isRefundable,isNonStop,baseFare,totalFare,seatsRemaining,totalTravelDistance,segmentsDepartureTimeEpochSeconds,segmentsDepartureTimeRaw,segmentsArrivalTimeEpochSeconds,segmentsArrivalTimeRaw,segmentsArrivalAirportCode,segmentsDepartureAirportCode,segmentsAirlineName,segmentsAirlineCode,segmentsEquipmentDescription,segmentsDurationInSeconds,segmentsDistance,segmentsCabinCode';

type Leg = Readonly<{ from: string; to: string; departs: string; arrives: string }>;

/** An Expedia row: one leg or several, joined by `||`. */
export const expediaRow = (
  row: Readonly<{ legId: string; searchDate: string; seats?: number; total?: string; legs: readonly Leg[] }>,
): string => {
  const join = (of: (leg: Leg) => string): string => row.legs.map(of).join('||');
  const epoch = (text: string): string => String(Date.parse(text) / 1000);
  const [first, last] = [row.legs[0], row.legs.at(-1)];
  return [
    row.legId,
    row.searchDate,
    first?.departs.slice(0, 10),
    first?.from,
    last?.to,
    'VAA0PHEN',
    'PT2H',
    '0',
    'False',
    'False',
    row.legs.length === 1 ? 'True' : 'False',
    '100.00',
    row.total ?? '120.50',
    row.seats ?? 7,
    '900',
    join((leg) => epoch(leg.departs)),
    join((leg) => leg.departs),
    join((leg) => epoch(leg.arrives)),
    join((leg) => leg.arrives),
    join((leg) => leg.to),
    join((leg) => leg.from),
    join(() => 'United'),
    join(() => 'UA'),
    join(() => 'Airbus A320'),
    join((leg) => String((Date.parse(leg.arrives) - Date.parse(leg.departs)) / 1000)),
    join(() => 'None'),
    join(() => 'coach'),
  ].join(',');
};

export const phoenixToDenver: Leg = {
  from: 'PHX',
  to: 'DEN',
  departs: '2022-04-18T10:00:00.000-07:00',
  arrives: '2022-04-18T12:45:00.000-06:00',
};
export const denverToAtlanta: Leg = {
  from: 'DEN',
  to: 'ATL',
  departs: '2022-04-18T13:35:00.000-06:00',
  arrives: '2022-04-18T18:35:00.000-04:00',
};

export const expedia = (...rows: string[]): string => `${[expediaHeader, ...rows].join('\n')}\n`;

export const shortHeader =
  'id,name,host_id,host_name,neighbourhood_group,neighbourhood,latitude,longitude,room_type,price,minimum_nights,number_of_reviews,last_review,reviews_per_month,calculated_host_listings_count,availability_365,number_of_reviews_ltm,license';
export const shortRow =
  '71609,Villa in Singapore · ★4.44 · 2 bedrooms · 3 beds · 1 private bath,367042,Some Body,East Region,Tampines,1.34537,103.95887,Private room,"1,150",92,20,2020-01-17,0.14,5,89,0,';
export const fullHeader =
  'id,listing_url,last_scraped,name,description,host_id,host_name,host_is_superhost,neighbourhood,neighbourhood_cleansed,neighbourhood_group_cleansed,latitude,longitude,property_type,room_type,accommodates,bathrooms,bathrooms_text,bedrooms,beds,amenities,price,minimum_nights,maximum_nights,availability_365,number_of_reviews,review_scores_rating,instant_bookable';
export const fullRow =
  '71609,https://example.com,2023-09-23,Villa in Singapore · ★4.44 · 2 bedrooms · 3 beds · 1 private bath,"Two rooms.<br /><br /><b>Quiet</b>\nand green",367042,Some Body,f,,Tampines,East Region,1.34537,103.95887,Private room in villa,Private room,3,,1 private bath,,3,"[""Wifi"", ""Kitchen""]","$1,150.00",92,1125,89,20,4.44,t';

export const calendarHeader = 'listing_id,date,available,price,adjusted_price,minimum_nights,maximum_nights';
export const carsHeader =
  'fuelType,rating,renterTripsTaken,reviewCount,location.city,location.country,location.latitude,location.longitude,location.state,owner.id,rate.daily,vehicle.make,vehicle.model,vehicle.type,vehicle.year,airportcity';
export const carRow =
  'ELECTRIC,5.0,13.0,12.0,Seattle,US,47.449107,-122.308841,WA,12847615.0,135.0,Tesla,Model X,suv,2019.0,Albuquerque';
export const easeHeader =
  ',airline,flight,source_city,departure_time,stops,arrival_time,destination_city,class,duration,days_left,price';
export const hotelHeader =
  'hotel,is_canceled,lead_time,arrival_date_year,arrival_date_month,arrival_date_week_number,arrival_date_day_of_month,stays_in_weekend_nights,stays_in_week_nights,adults,children,babies,meal,country,market_segment,distribution_channel,is_repeated_guest,previous_cancellations,previous_bookings_not_canceled,reserved_room_type,assigned_room_type,booking_changes,deposit_type,agent,company,days_in_waiting_list,customer_type,adr,required_car_parking_spaces,total_of_special_requests,reservation_status,reservation_status_date';
export const hotelRow = (adr: string, leadTime = 14): string =>
  `Resort Hotel,0,${leadTime},2015,July,27,1,0,2,2,0,0,BB,GBR,Online TA,TA/TO,0,0,0,A,A,0,No Deposit,240,NULL,0,Transient,${adr},0,1,Check-Out,2015-07-03`;
