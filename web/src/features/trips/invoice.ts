import { addAmounts } from '@meridian/ui/formats/add-amounts';
import { formatInstant } from '@meridian/ui/formats/local-time';
import type { MoneyValue } from '@meridian/ui/formats/money';
import type { InvoiceQuery } from '../../generated/features/trips/trips.ts';

/** A booking, as its invoice reads it. */
export type Invoiced = NonNullable<InvoiceQuery['booking']>;

/** Who sells what was booked, each once, as far as their listings are still there. */
export function sellersOf({ items }: Pick<Invoiced, 'items'>): readonly string[] {
  const names = items.map(({ listing }) => listing?.owner?.displayName ?? listing?.host?.name);
  return [...new Set(names.filter((name) => name !== undefined))];
}

const negative = ({ amount, currency }: MoneyValue): MoneyValue => ({ amount: `-${amount}`, currency });

/** The taxes that are part of the total; nothing where no line is one. */
export function taxesIn({ items }: Pick<Invoiced, 'items'>): MoneyValue | undefined {
  const taxes = items.flatMap(({ lines }) => lines).filter(({ kind }) => kind === 'TAX');
  return taxes.length === 0 ? undefined : addAmounts(taxes.map(({ amount }) => amount));
}

/** What was given back of the total, and what is left of it; nothing before anything was. */
export function givenBack({ total, refunds }: Pick<Invoiced, 'total' | 'refunds'>) {
  if (refunds.length === 0) return undefined;
  const lines = refunds.map(({ state, createdAt, amount }) => ({
    label: `Refund of ${formatInstant(createdAt)}${state === 'SUCCEEDED' ? '' : ', on its way'}`,
    amount: negative(amount),
  }));
  return { lines, left: addAmounts([total, ...lines.map(({ amount }) => amount)]) };
}
