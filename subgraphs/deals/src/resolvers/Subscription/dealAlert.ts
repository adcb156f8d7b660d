import type { SubscriptionResolvers } from '../../generated/resolvers-types.ts';
import { requireCriteria, toFilter } from '../deal-page.ts';
import { toEvents } from './messages.ts';

export const dealAlert: SubscriptionResolvers['dealAlert'] = {
  async subscribe(_parent, { filter, after }, { deals }) {
    const criteria = requireCriteria(deals.readDealFilter(toFilter(filter)));
    return toEvents(await deals.streamDeals({ criteria, after }), {
      toMember: (cursor, { deal }) => ({ __typename: 'DealAlert' as const, cursor, deal }),
      toEvent: (message) => ({ dealAlert: message }),
    });
  },
};
