import type { Principal } from '@meridian/platform/identity/principal';
import type { Payment, PaymentState } from '../domain/payment.ts';
import type { BookingReader, Page } from '../ports/booking-reader.ts';
import { mayReadAll } from './caller.ts';
import type { PageRequest } from './page-request.ts';

/** Which payments of everybody's, and which page of them. */
export type ListPaymentsRequest = PageRequest &
  Readonly<{ principal: Principal; states?: readonly PaymentState[] | undefined }>;

/** Everybody's payments, the newest first, for operators; undefined for others. */
export const createListPayments =
  (deps: Readonly<{ reader: BookingReader }>) =>
  async ({ principal, states, ...page }: ListPaymentsRequest): Promise<Page<Payment> | undefined> =>
    mayReadAll(principal) ? deps.reader.paymentPage({ ...page, filter: { states } }) : undefined;
