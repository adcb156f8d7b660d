import type { FlightDetails } from './segments.tsx';

export type Fare = FlightDetails['fares'][number];

/** What tells how many seats there are. */
type Stock = Readonly<{
  fares: readonly Readonly<{ id: string; seatsOffered: number }>[];
  availability: readonly Readonly<{ fares: readonly Readonly<{ fareId: string; remaining: number }>[] }>[] | null;
}>;

/** The fewest seats at this fare among the flight's segments; what no segment tells of counts as what is offered. */
export const seatsLeftOf = (fare: Stock['fares'][number], flight: Pick<Stock, 'availability'>): number =>
  Math.min(
    fare.seatsOffered,
    ...(flight.availability ?? []).flatMap(({ fares }) =>
      fares.filter(({ fareId }) => fareId === fare.id).map(({ remaining }) => remaining),
    ),
  );

/** Whether no fare has a seat left. */
export const isSoldOut = (flight: Stock): boolean => flight.fares.every((fare) => seatsLeftOf(fare, flight) <= 0);
