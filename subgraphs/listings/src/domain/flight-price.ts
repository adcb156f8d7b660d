import type { Fare } from './listing.ts';
import { counted, type Price, priceOf } from './price.ts';

/** Travelers of a flight. Each takes a seat and pays the same. */
export type Party = Readonly<{ adults: number; children: number }>;

/** How many seats a party takes. */
export const partySize = (party: Party): number => party.adults + party.children;

type FareAmounts = Pick<Fare, 'priceMinor' | 'taxMinor' | 'feeMinor'>;

/** What one traveler pays. */
export const fareTotal = (fare: FareAmounts): number => fare.priceMinor + fare.taxMinor + fare.feeMinor;

/** What a party pays for a fare. */
export function flightPrice(fare: FareAmounts & Pick<Fare, 'name'>, party: Party, currency: string): Price {
  const seats = partySize(party);
  return priceOf(currency, [
    { kind: 'PRICE', label: `${fare.name}, ${counted(seats, 'traveler')}`, amountMinor: fare.priceMinor * seats },
    { kind: 'TAX', label: 'Taxes and charges', amountMinor: fare.taxMinor * seats },
    { kind: 'FEE', label: 'Airline fees', amountMinor: fare.feeMinor * seats },
  ]);
}
