import { badInput } from '@meridian/platform/subgraph/pages';
import type { DealsContext } from '../context.ts';

type Arguments = Readonly<{ comparableKey: string; days?: number | null }>;

export async function priceHistory(_parent: unknown, { comparableKey, days }: Arguments, { deals }: DealsContext) {
  const count = days ?? 90;
  if (count < 1 || count > 365) throw badInput('`days` is a number from 1 to 365.');
  if (comparableKey.length > 400) throw badInput('`comparableKey` is a key as a deal or a price insight has it.');
  return (await deals.readPriceHistory(comparableKey, count)) ?? null;
}
