import type { Outbox } from '@meridian/platform/outbox/outbox';
import type { SqlTransaction } from '@meridian/platform/sql/sql-database';
import type { Deal, EndReason } from '../domain/deal.ts';
import type { DealBook } from '../ports/deal-book.ts';
import type { Publisher } from '../ports/publisher.ts';

export type EndDeals = (
  transaction: SqlTransaction,
  deals: readonly Deal[],
  of: Readonly<{ reason: EndReason; at: number }>,
) => Promise<void>;

/** Ends deals and announces it. Those that are over already are left as they are. */
export const createEndDeals =
  (deps: { deals: DealBook; publisher: Publisher; outbox: Outbox }): EndDeals =>
  async (transaction, deals, { reason, at }) => {
    const ended = deals
      .filter(({ status }) => status === 'ACTIVE')
      .map((deal): Deal => ({ ...deal, status: 'ENDED', endReason: reason, endedAt: at, revision: deal.revision + 1 }));
    if (ended.length === 0) return;
    await deps.deals.save(
      transaction,
      ended.map((deal) => [deal, []]),
    );
    await deps.outbox.add(
      transaction,
      ended.map((deal) => deps.publisher.ended(deal, reason, at)),
    );
  };
