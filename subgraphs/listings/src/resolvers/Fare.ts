import { fareTerms } from '../domain/cancellation.ts';
import { fareTotal } from '../domain/flight-price.ts';
import type { FareResolvers } from '../generated/resolvers-types.ts';
import { totalBeside } from './Fare/totalBeside.ts';
import { toMoney } from './shapes.ts';

/** A price at which a flight is sold, per traveler. */
export const Fare: FareResolvers = {
  id: ({ fare }) => fare.id,
  key: ({ fare }) => fare.key,
  name: ({ fare }) => fare.name,
  cabin: ({ fare }) => fare.cabin,
  bucket: ({ fare }) => fare.bucket,
  price: ({ fare, currency }) => toMoney(fare.priceMinor, currency),
  taxes: ({ fare, currency }) => toMoney(fare.taxMinor, currency),
  fees: ({ fare, currency }) => toMoney(fare.feeMinor, currency),
  total: ({ fare, currency }) => toMoney(fareTotal(fare), currency),
  refundable: ({ fare }) => fare.refundable,
  changeable: ({ fare }) => fare.changeable,
  cancellationPolicy: ({ fare }) => fareTerms(fare),
  checkedBags: ({ fare }) => fare.checkedBags,
  seatsOffered: ({ fare }) => fare.limit,
  totalBeside,
};
