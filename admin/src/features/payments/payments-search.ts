import { urlText } from '@meridian/ui/routing/url-text';
import * as z from 'zod/mini';
import { paymentStates } from './payment-states.ts';

type State = keyof typeof paymentStates;

/** Which payments, as it stands in an address. */
export const paymentsSearch = z.object({
  search: urlText,
  state: z.catch(z.optional(z.enum(Object.keys(paymentStates) as [State, ...State[]])), undefined),
});

export type PaymentsSearch = z.infer<typeof paymentsSearch>;
