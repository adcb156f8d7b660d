import type { TypePolicies } from '@apollo/client/cache';
import { connectionBy } from '@meridian/ui/graph/connection';

/** How answers are kept. Each list by what was asked. */
export const typePolicies = {
  Query: {
    fields: {
      searchFlights: connectionBy(['input', 'sort']),
      searchStays: connectionBy(['input', 'sort']),
      searchCars: connectionBy(['input', 'sort']),
      deals: connectionBy(['filter', 'sort']),
      // A place that a search has told of is not asked for again by the form.
      place: (_known, { args, toReference }) => toReference({ __typename: 'Place', id: args?.id }),
    },
  },
  // Lists of the traveler's own hang on who asks. What is held, or what one listing is watched for, is another list.
  User: {
    fields: {
      bookings: connectionBy(['states']),
      watches: connectionBy(['listingId']),
    },
  },
  // What a slot or a fare is called is the same in two listings: these belong to their owner and have no identity of their own.
  SlotAvailability: { keyFields: false },
  Segment: { keyFields: false },
} satisfies TypePolicies;
