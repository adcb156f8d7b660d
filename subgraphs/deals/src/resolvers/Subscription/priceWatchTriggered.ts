import { GraphQLError } from 'graphql';
import type { DealsContext } from '../context.ts';
import { toUnion } from './messages.ts';

export const priceWatchTriggered = {
  async subscribe(_parent: unknown, { after }: { after?: string | null }, { deals, principal }: DealsContext) {
    if (principal.kind !== 'user') {
      throw new GraphQLError('Sign in first: alerts belong to an account.', {
        extensions: { code: 'UNAUTHENTICATED' },
      });
    }
    const messages = await deals.streamAlerts(principal.userId, after);
    return toUnion(messages, (cursor, { alert }) => ({ __typename: 'PriceWatchTriggered', cursor, alert }));
  },
};
