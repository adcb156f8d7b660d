import { toDecimal } from '@meridian/platform/values/money';
import type { MoneyResolvers } from '../generated/resolvers-types.ts';

/** Whole minor units inside, a decimal text outside. */
export const Money: MoneyResolvers = { amount: (money) => toDecimal(money) };
