import { addAmounts } from '@meridian/ui/formats/add-amounts';
import type { MoneyValue } from '@meridian/ui/formats/money';

/** What the choice of a fare has to know of it. */
type FareOnSale = Readonly<{ id: string; total: MoneyValue; seatsLeft: number }>;

/** The fare that the address names while there are seats at it, or else the cheapest that has enough; fares come cheapest first. */
export function chosenFare<Fare extends FareOnSale>(
  fares: readonly Fare[],
  { wanted, travelers }: Readonly<{ wanted: string | undefined; travelers: number }>,
): Fare | undefined {
  const free = fares.filter(({ seatsLeft }) => seatsLeft >= travelers);
  return free.find(({ id }) => id === wanted) ?? free[0];
}

/** What one fare costs a party, in its own currency: that is what is charged. */
export const totalFor = ({ total }: Pick<FareOnSale, 'total'>, travelers: number): MoneyValue =>
  addAmounts(Array<MoneyValue>(travelers).fill(total));

/** What both ways cost. */
export type BothTotals = Readonly<{
  /** In the currency of the way out; nothing when no rate is known. Where `charges` are in two currencies it is for comparing. */
  together: MoneyValue | undefined;
  /** What will be charged: one amount for both ways, or one for each where they are sold in two currencies. */
  charges: readonly MoneyValue[];
}>;

/** Adds both ways up. `beside` is the way back for the whole party in the currency of the way out. */
export function totalsOf(out: MoneyValue, back: MoneyValue, beside: MoneyValue | undefined): BothTotals {
  if (out.currency === back.currency) {
    const together = addAmounts([out, back]);
    return { together, charges: [together] };
  }
  return { together: beside && addAmounts([out, beside]), charges: [out, back] };
}
