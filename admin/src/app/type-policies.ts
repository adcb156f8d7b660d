import type { TypePolicies } from '@apollo/client/cache';
import { relayStylePagination } from '@apollo/client/utilities';

/** How answers are kept. Further pages of a list are put behind those that are there; each list by what was asked. */
export const typePolicies = {
  Query: {
    fields: {
      bookings: relayStylePagination(['search', 'states']),
      payments: relayStylePagination(['search', 'states']),
      // The menu asks for the count alone, which would empty the list.
      approvalRequests: relayStylePagination(['openOnly', 'first']),
      users: relayStylePagination(['search', 'role']),
      allListings: relayStylePagination(['kind', 'search']),
      myListings: relayStylePagination(['kind', 'search']),
    },
  },
} satisfies TypePolicies;
