import { readingCurrency } from '@meridian/ui/formats/reading';
import { oneOf, urlAmount, urlChoice, urlClock, urlDate, urlId, urlList } from '@meridian/ui/routing/url-values';
import * as z from 'zod/mini';
import type { CarsQueryVariables } from '../../generated/features/cars/cars.ts';
import { orAbsent } from '../search/or-absent.ts';

const carClasses = [
  'ECONOMY',
  'COMPACT',
  'MIDSIZE',
  'FULLSIZE',
  'SUV',
  'MINIVAN',
  'VAN',
  'TRUCK',
  'LUXURY',
  'CONVERTIBLE',
] as const;
const carSorts = ['PRICE', 'PRICE_DESCENDING', 'RATING', 'SEATS'] as const;

/** From when until when one drives, on the clock of the place; as it stands in an address. */
const hire = {
  pickUp: urlDate,
  pickUpTime: urlClock('10:00'),
  dropOff: urlDate,
  dropOffTime: urlClock('10:00'),
};

/** A hire of one car, as it stands in the address of its page. */
export const hireSearch = z.object(hire);

/** A search for cars, as it stands in an address. */
export const carsSearch = z.object({
  place: urlId,
  ...hire,
  classes: urlList(oneOf(carClasses)),
  seats: urlList(oneOf(['2', '4', '5', '7', '8', '9'])),
  transmission: urlList(oneOf(['AUTOMATIC', 'MANUAL'])),
  fuels: urlList(oneOf(['PETROL', 'DIESEL', 'HYBRID', 'ELECTRIC'])),
  maxPrice: urlAmount,
  sort: urlChoice(carSorts, 'PRICE'),
});

export type Hire = z.infer<typeof hireSearch>;
export type CarsSearch = z.infer<typeof carsSearch>;
export type RunnableCarsSearch = CarsSearch & Readonly<{ place: string }>;

/** The same search without days and filters. */
export const withoutFilters = ({ place }: CarsSearch): CarsSearch => carsSearch.parse({ place });

/** Whether a search says enough to be run. */
export const isRunnable = (search: CarsSearch): search is RunnableCarsSearch => search.place !== undefined;

type Moments = Readonly<{ pickUpAt?: string; dropOffAt?: string }>;

/** The moments as they stand in an address, in whatever order. */
const momentsSaid = ({ pickUp, pickUpTime, dropOff, dropOffTime }: Hire): Moments => ({
  ...(pickUp !== undefined && { pickUpAt: `${pickUp}T${pickUpTime}:00` }),
  ...(dropOff !== undefined && { dropOffAt: `${dropOff}T${dropOffTime}:00` }),
});

/** Both moments in their order, or none: half a hire has no price. A search says them as they stand, and is told what is wrong. */
export function momentsOf(hire: Hire): Moments {
  const { pickUpAt, dropOffAt } = momentsSaid(hire);
  return pickUpAt !== undefined && dropOffAt !== undefined && pickUpAt < dropOffAt ? { pickUpAt, dropOffAt } : {};
}

export const backwardsSentence = 'Choose a moment after the pick-up.';

/** Whether a hire ends before it has begun. */
export const isBackwards = (hire: Hire): boolean =>
  hire.pickUp !== undefined && hire.dropOff !== undefined && momentsOf(hire).pickUpAt === undefined;

/** The search in the graph's words. */
export const carsVariables = (search: RunnableCarsSearch): CarsQueryVariables => ({
  place: search.place,
  sort: search.sort,
  input: {
    place: search.place,
    currency: readingCurrency(),
    ...momentsSaid(search),
    classes: orAbsent(search.classes),
    minSeats: search.seats.length === 0 ? undefined : Math.min(...search.seats.map(Number)),
    transmission: search.transmission.length === 1 ? search.transmission[0] : undefined,
    fuels: orAbsent(search.fuels),
    maxPrice: search.maxPrice,
  },
});
