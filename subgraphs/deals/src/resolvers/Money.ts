import { toDecimal } from '@meridian/platform/values/money';
import type { Amount } from '../domain/price-watch.ts';

export const Money = { amount: (amount: Amount) => toDecimal(amount) };
