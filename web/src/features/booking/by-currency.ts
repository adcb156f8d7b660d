import type { MoneyValue } from '@meridian/ui/formats/money';

/** Offers by the currency that they are charged in, in the order of the first of each: a booking has one currency. */
export function byCurrency<Item extends Readonly<{ total: MoneyValue }>>(items: readonly Item[]): readonly Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(item.total.currency);
    if (group) group.push(item);
    else groups.set(item.total.currency, [item]);
  }
  return [...groups.values()];
}
