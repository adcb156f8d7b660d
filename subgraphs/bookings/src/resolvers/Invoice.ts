import type { InvoiceResolvers } from '../generated/resolvers-types.ts';

/** An invoice of a booking that was paid. */
export const Invoice: InvoiceResolvers = { issuedAt: ({ issuedAtInMs }) => issuedAtInMs };
