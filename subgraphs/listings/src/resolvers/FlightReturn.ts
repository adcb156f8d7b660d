import type { FlightReturnResolvers } from '../generated/resolvers-types.ts';
import { fare } from './FlightReturn/fare.ts';
import { flight } from './FlightReturn/flight.ts';
import { offer } from './FlightReturn/offer.ts';
import { price } from './FlightReturn/price.ts';
import { toMoney } from './shapes.ts';

/** A flight back, and what both ways cost. */
export const FlightReturn: FlightReturnResolvers = {
  flight,
  fare,
  price,
  roundTripTotal: ({ roundTripMinor, currency }) => toMoney(roundTripMinor, currency),
  offer,
};
