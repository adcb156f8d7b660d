import { GraphQLError } from 'graphql';
import type { SubscriptionResolvers } from '../../generated/resolvers-types.ts';
import { toEvents } from './messages.ts';

const signInFirst = () =>
  new GraphQLError('Sign in first: alerts belong to an account.', { extensions: { code: 'UNAUTHENTICATED' } });

export const priceWatchTriggered: SubscriptionResolvers['priceWatchTriggered'] = {
  async subscribe(_parent, { after }, { deals, principal }) {
    const messages = await deals.streamAlerts({ after, principal });
    if (messages === undefined) throw signInFirst();
    return toEvents(messages, {
      toMember: (cursor, { alert }) => ({ __typename: 'PriceWatchTriggered' as const, cursor, alert }),
      toEvent: (message) => ({ priceWatchTriggered: message }),
    });
  },
};
