import { urlText } from '@meridian/ui/routing/url-text';
import { urlKeyOf } from '@meridian/ui/routing/url-values';
import * as z from 'zod/mini';
import { paymentStates } from './payment-states.ts';

/** Which payments, as it stands in an address. */
export const paymentsSearch = z.object({
  search: urlText,
  state: urlKeyOf(paymentStates),
});

export type PaymentsSearch = z.infer<typeof paymentsSearch>;
