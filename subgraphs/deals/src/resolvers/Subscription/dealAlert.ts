import type { SubscriptionDealAlertArgs } from '../../generated/resolvers-types.ts';
import type { DealsContext } from '../context.ts';
import { requireCriteria, toFilter } from '../deal-page.ts';
import { toUnion } from './messages.ts';

export const dealAlert = {
  async subscribe(_parent: unknown, { filter, after }: Partial<SubscriptionDealAlertArgs>, { deals }: DealsContext) {
    const criteria = requireCriteria(deals.readDealFilter(toFilter(filter)));
    const messages = await deals.streamDeals(criteria, after);
    return toUnion(messages, (cursor, { deal }) => ({ __typename: 'DealAlert', cursor, deal }));
  },
};
