import type { TypePolicies } from '@apollo/client/cache';
import { connectionBy } from '@meridian/ui/graph/connection';

/** How answers are kept. Each list by what was asked. */
export const typePolicies = {
  Query: {
    fields: {
      bookings: connectionBy(['search', 'states']),
      payments: connectionBy(['search', 'states']),
      approvalRequests: connectionBy(['openOnly']),
      users: connectionBy(['search', 'role']),
      allListings: connectionBy(['kind', 'search']),
      myListings: connectionBy(['kind', 'search']),
    },
  },
} satisfies TypePolicies;
