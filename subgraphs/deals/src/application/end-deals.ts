import type { Deal, EndReason } from '../domain/deal.ts';
import type { DealsTransaction } from '../ports/deals-store.ts';
import type { Publisher } from '../ports/publisher.ts';

/** Ends deals for one reason at an instant (epoch milliseconds). */
export type EndDeals = (
  transaction: DealsTransaction,
  deals: readonly Deal[],
  of: Readonly<{ reason: EndReason; at: number }>,
) => Promise<void>;

/** Ends deals and announces it. Those that are over already are left as they are. */
export const createEndDeals =
  (deps: { publisher: Publisher }): EndDeals =>
  async (transaction, deals, { reason, at }) => {
    const ended = deals
      .filter(({ status }) => status === 'ACTIVE')
      .map((deal): Deal => ({ ...deal, status: 'ENDED', endReason: reason, endedAt: at, revision: deal.revision + 1 }));
    if (ended.length === 0) return;
    await transaction.deals.save(ended.map((deal) => [deal, []]));
    await transaction.announce(ended.map((deal) => deps.publisher.ended(deal, reason, at)));
  };
