import type { ExchangeRates } from '@meridian/platform/exchange-rates/exchange-rates';
import type { DealsTransaction } from '../ports/deals-store.ts';
import type { Begun, Evaluation } from '../ports/evaluation-book.ts';
import { moveWatch } from './move-watch.ts';
import type { RaiseAlerts } from './raise-alerts.ts';

/** How many watches a transaction may still move. */
export type Budget = { watches: number };

/** Holds watches against events, in parts: any number of them may look at one thing, and a transaction keeps everybody waiting. */
export interface EvaluateWatches {
  /** What one transaction may do. */
  newBudget(): Budget;
  /** Holds watches against events, in their order, as far as the budget goes. The rest waits, to be gone on with. */
  begin(transaction: DealsTransaction, evaluations: readonly Evaluation[], budget: Budget): Promise<void>;
  /**
   * Goes on with one part of what waits, in a transaction of its own. Alert, watch and position commit together, so that whoever
   * goes on after a crash does so behind the last part that was done.
   *
   * @param queue what was gone on with last; the next one comes from another queue, if there is one
   * @returns what was gone on with; undefined when nothing waits
   */
  proceed(transaction: DealsTransaction, queue: string): Promise<string | undefined>;
}

type Deps = Readonly<{ rates: ExchangeRates; raiseAlerts: RaiseAlerts; partSize?: number | undefined }>;

/** Small, because every other write waits behind each of these transactions. */
const defaultPartSize = 200;

type Part = Begun & Readonly<{ number: number; limit: number }>;

/** Holds one part against its event. `afterId` is where the next one begins; undefined when this was the last one. */
async function evaluatePart(transaction: DealsTransaction, deps: Deps, part: Part) {
  const { evaluation, limit } = part;
  const watches = await transaction.watches.lookingAt(evaluation.watched, part);
  const rates = deps.rates.at(evaluation.at);
  const moves = watches.map((watch) => moveWatch(watch, evaluation, rates));
  await transaction.watches.moveAll(moves.flatMap(({ next }) => next ?? []));
  await deps.raiseAlerts(
    transaction,
    moves.flatMap(({ crossing }) => crossing ?? []),
  );
  return { count: watches.length, afterId: watches.length < limit ? undefined : watches.at(-1)?.id };
}

async function begin(
  transaction: DealsTransaction,
  deps: Deps,
  of: Readonly<{ evaluations: readonly Evaluation[]; budget: Budget }>,
): Promise<void> {
  const { evaluations, budget } = of;
  const waiting = await transaction.evaluations.waiting(evaluations.map(({ watched }) => watched));
  const left: Begun[] = [];
  for (const evaluation of evaluations) {
    // What waits for these watches already comes first.
    let begun: Begun | undefined = { evaluation, afterId: '' };
    if (budget.watches > 0 && !waiting.has(evaluation.watched)) {
      const part = { ...begun, limit: budget.watches, number: Number.MAX_SAFE_INTEGER };
      const { count, afterId } = await evaluatePart(transaction, deps, part);
      budget.watches -= count;
      begun = afterId === undefined ? undefined : { evaluation, afterId };
    }
    if (begun) left.push(begun);
  }
  if (left.length > 0) await transaction.evaluations.put(left);
}

async function proceed(
  transaction: DealsTransaction,
  deps: Deps,
  of: Readonly<{ queue: string; limit: number }>,
): Promise<string | undefined> {
  const open = await transaction.evaluations.next(of.queue);
  if (open === undefined) return undefined;
  const { afterId } = await evaluatePart(transaction, deps, { ...open, limit: of.limit });
  if (afterId === undefined) await transaction.evaluations.end(open.number);
  else await transaction.evaluations.advance(open.number, afterId);
  return open.queue;
}

/** @param deps.partSize how many watches a transaction moves at most; 200 unless given */
export function createEvaluateWatches(deps: Deps): EvaluateWatches {
  const limit = deps.partSize ?? defaultPartSize;
  return {
    newBudget: () => ({ watches: limit }),
    begin: (transaction, evaluations, budget) => begin(transaction, deps, { evaluations, budget }),
    proceed: (transaction, queue) => proceed(transaction, deps, { queue, limit }),
  };
}
