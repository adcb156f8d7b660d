import { type Money, toDecimal } from '@meridian/platform/values/money';

/** Whole minor units inside, a decimal text outside. */
export const amount = (money: Money): string => toDecimal(money);
