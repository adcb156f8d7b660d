import type { Principal } from '@meridian/platform/identity/principal';
import type { Payment } from '../domain/payment.ts';
import type { BookingReader, Page, PaymentFilter } from '../ports/booking-reader.ts';
import { mayReadAll } from './caller.ts';
import type { PageRequest } from './page-request.ts';

/** Which payments of everybody's, and which page of them. */
export type SearchPaymentsRequest = PageRequest & PaymentFilter & Readonly<{ principal: Principal }>;

/** Everybody's payments, the newest first, for operators; undefined for others. */
export const createSearchPayments =
  (deps: Readonly<{ reader: BookingReader }>) =>
  async ({ principal, search, userId, states, ...page }: SearchPaymentsRequest): Promise<Page<Payment> | undefined> =>
    mayReadAll(principal) ? deps.reader.paymentPage({ ...page, filter: { search, userId, states } }) : undefined;
