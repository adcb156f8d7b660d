import { toDecimal } from '@meridian/platform/values/money';
import type { Amount } from '../domain/price-watch.ts';

/** Whole minor units inside, a decimal text outside. */
export const Money = { amount: (amount: Amount) => toDecimal(amount) };
