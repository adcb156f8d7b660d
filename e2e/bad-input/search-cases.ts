import { inDays } from '../support/inputs.ts';

type Input = Readonly<Record<string, unknown>>;

/** A search for what can never be found, and how it must be refused: a query has no union of results. */
export type SearchCase = Readonly<{
  what: string;
  field: string;
  /** The type of its input. */
  by: string;
  input: Input;
  /** Where in the input the problems lie, sorted; nothing where the input cannot even be read. */
  at?: readonly string[];
}>;

/** Cases of one search: each is a change to an input that would be right. */
const casesOf =
  (field: string, by: string, right: Input) =>
  (what: string, wrong: Input, ...at: readonly string[]): SearchCase => ({
    ...{ what, field, by, input: { ...right, ...wrong } },
    ...(at.length === 0 ? {} : { at }),
  });

const flights = casesOf('searchFlights', 'FlightSearchInput', { origin: 'JFK', destination: 'LHR', date: inDays(20) });
const stays = casesOf('searchStays', 'StaySearchInput', { place: 'LHR', checkIn: inDays(20), checkOut: inDays(22) });
const cars = casesOf('searchCars', 'CarSearchInput', {
  place: 'LHR',
  pickUpAt: `${inDays(20)}T10:00`,
  dropOffAt: `${inDays(22)}T10:00`,
});

/** What the three searches refuse. An unknown code of the right form is not among it: it finds nothing, and the facets tell why. */
export const searchCases: readonly SearchCase[] = [
  flights('nine stops', { stops: [9] }, 'stops.0'),
  flights('more stops than stops', { stops: [2], maxStops: 1 }, 'maxStops'),
  flights('a way from here to here', { destination: 'JFK' }, 'destination'),
  flights('a place that is none', { origin: 'Atlantis' }, 'origin'),
  flights('an airport that is none', { destination: 'QQQ' }, 'destination'),
  flights('no place at all', { origin: null, destination: null }, 'origin'),
  flights('a day that is over', { date: inDays(-3) }, 'date'),
  flights('a day that is none', { date: '2027-02-30' }),
  flights('a way back before the way out', { returnDate: inDays(19) }, 'returnDate'),
  flights('a departure before itself', { departsAfter: '18:00', departsBefore: '09:00' }, 'departsBefore'),
  flights('a departure at 25 o’clock', { departsAfter: '25:00' }, 'departsAfter'),
  flights('an airline by its name', { carriers: ['British Airways'] }, 'carriers.0'),
  flights('a cabin that is none', { cabins: ['ATTIC'] }),
  flights('nobody', { adults: 0 }, 'adults'),
  flights('less than nothing', { maxPrice: '-1' }, 'maxPrice'),
  flights('at least more than at most', { minPrice: '300', maxPrice: '200' }, 'maxPrice'),
  flights('several impossible things', { stops: [9], date: inDays(-3), adults: 0 }, 'adults', 'date', 'stops.0'),
  stays('no night', { checkOut: inDays(20) }, 'checkOut'),
  stays('nights backwards', { checkOut: inDays(19) }, 'checkOut'),
  stays('a night that is over', { checkIn: inDays(-3) }, 'checkIn'),
  stays('half a visit', { checkOut: null }, 'checkOut'),
  stays('a place that is none', { place: 'Atlantis' }, 'place'),
  stays('a rating below all ratings', { minRating: 0.5 }, 'minRating'),
  stays('an amenity by its name', { amenities: ['Free parking'] }, 'amenities.0'),
  stays('an area by its name', { areas: ['Soho, London'] }, 'areas.0'),
  stays('a type that is none', { types: ['PALACE'] }),
  stays('at least more than at most', { minPrice: '300', maxPrice: '200' }, 'maxPrice'),
  cars('a drop-off before the pick-up', { dropOffAt: `${inDays(19)}T10:00` }, 'dropOffAt'),
  cars('a pick-up on a day that is over', { pickUpAt: `${inDays(-3)}T10:00` }, 'pickUpAt'),
  cars('half a hire', { dropOffAt: null }, 'dropOffAt'),
  cars('no seats', { minSeats: 0 }, 'minSeats'),
  cars('a class that is none', { classes: ['SPACESHIP'] }),
  cars('at least more than at most', { minPrice: '300', maxPrice: '200' }, 'maxPrice'),
];
