import { counted, type Price, percentLabel, priceOf, taxOn } from './price.ts';

/** What a stay's price is made of beside its nights. */
export type StayCharges = Readonly<{ currency: string; cleaningFeeMinor: number; taxPerMille: number }>;

/** What guests pay for nights of a room type. The tax is on nights and fee. */
export function stayPrice(charges: StayCharges, nights: readonly number[], rooms: number): Price {
  const price = nights.reduce((sum, night) => sum + night, 0) * rooms;
  const fee = charges.cleaningFeeMinor * rooms;
  const tax = taxOn(price + fee, charges.taxPerMille, charges.currency);
  return priceOf(charges.currency, [
    { kind: 'PRICE', label: nightsLabel(nights.length, rooms), amountMinor: price },
    { kind: 'FEE', label: 'Cleaning fee', amountMinor: fee },
    { kind: 'TAX', label: `Taxes, ${percentLabel(charges.taxPerMille)}`, amountMinor: tax },
  ]);
}

const nightsLabel = (nights: number, rooms: number): string =>
  rooms === 1 ? counted(nights, 'night') : `${counted(nights, 'night')} × ${counted(rooms, 'room')}`;
