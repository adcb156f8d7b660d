import type { CarResolvers } from '../generated/resolvers-types.ts';
import { listingFields } from './listing-fields.ts';
import { listingReference } from './references.ts';
import { toMoney, toPercent } from './shapes.ts';

const resolveReference = listingReference('CAR');
/** To the minute: seconds that a client sends mean nothing to a car's pick-up. */
const toMinute = (localDateTime: string): string => localDateTime.slice(0, 16);

export const Car: CarResolvers = {
  ...listingFields,
  __resolveReference: (reference, context) => resolveReference(reference, context),
  dailyPrice: ({ dailyPriceMinor, currency }) => toMoney(dailyPriceMinor, currency),
  serviceFee: ({ serviceFeeMinor, currency }) => toMoney(serviceFeeMinor, currency),
  taxPercent: ({ taxPerMille }) => toPercent(taxPerMille),
  pickUpAirport: ({ airport }, _, { loaders }) => (airport === null ? null : loaders.airport.load(airport)),
  offer: (car, { pickUpAt, dropOffAt }, { app }) =>
    app.offerFor(car, {
      kind: 'CAR',
      listingId: car.id,
      pickUpAt: toMinute(pickUpAt),
      dropOffAt: toMinute(dropOffAt),
    }) ?? null,
};
