import type { MoneyValue } from './money.ts';

const decimalsOf = (amount: string): number => amount.split('.')[1]?.length ?? 0;

/** Exact: amounts are decimal texts, and doubles would lose cents. */
const toMinor = (amount: string, decimals: number): bigint =>
  BigInt(amount.replace('.', '') + '0'.repeat(decimals - decimalsOf(amount)));

/** The sum of amounts of one currency. @throws RangeError for none, or for several currencies */
export function addAmounts(amounts: readonly MoneyValue[]): MoneyValue {
  const currencies = new Set(amounts.map(({ currency }) => currency));
  const [currency] = currencies;
  if (currency === undefined || currencies.size > 1)
    throw new RangeError('Amounts of one currency add up, others do not.');
  const decimals = Math.max(...amounts.map(({ amount }) => decimalsOf(amount)));
  const sum = amounts.reduce((total, { amount }) => total + toMinor(amount, decimals), 0n);
  const sign = sum < 0n ? '-' : '';
  const digits = String(sum < 0n ? -sum : sum).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  return { amount: `${sign}${whole}${decimals > 0 ? `.${digits.slice(-decimals)}` : ''}`, currency };
}
