import type { RateTable } from '@meridian/platform/values/exchange';
import type { PriceWatch } from '../domain/price-watch.ts';
import type { Sight } from '../domain/sight.ts';
import { armed, atMost, below, type RuleState, stepAt } from '../domain/watch.ts';
import type { Evaluation } from '../ports/evaluation-book.ts';
import type { Crossing } from './raise-alerts.ts';
import { readSight } from './read-sight.ts';

/** A watch after a reading, undefined where nothing of it has changed, and what to tell, if anything. */
export type Move = Readonly<{ next: PriceWatch | undefined; crossing: Crossing | undefined }>;

type Moment = Pick<Evaluation, 'at' | 'cause'> & Readonly<{ rates: RateTable }>;

const unmoved: Move = { next: undefined, crossing: undefined };

const isSame = (left: PriceWatch, right: PriceWatch): boolean =>
  left.price.phase === right.price.phase &&
  left.price.lowest === right.price.lowest &&
  left.lastPrice?.minor === right.lastPrice?.minor &&
  left.lastPrice?.currency === right.lastPrice?.currency;

function movePrice(watch: PriceWatch, sight: Sight, { at, cause, rates }: Moment): Move {
  const { value, threshold, price, snapshot } = readSight(watch, sight, rates);
  const { state, alert } =
    threshold === null
      ? { state: armed, alert: false }
      : stepAt(watch.price, { value, isCrossed: atMost(threshold) }, { at, since: watch.effectiveAt });
  const next: PriceWatch = { ...watch, price: state, lastPrice: price, snapshot };
  if (isSame(watch, next)) return unmoved;
  if (!alert || price === null || snapshot === null) return { next, crossing: undefined };
  const told = { price, previousPrice: watch.lastPrice, stock: null, observedAt: at, cause };
  return { next, crossing: { watch: next, snapshot, reason: 'PRICE', ...told } };
}

function moveStock(watch: PriceWatch, sight: Sight, { at, cause }: Moment): Move {
  const { left } = sight;
  const limit = watch.stockBelow;
  if (left === watch.lastStock) return unmoved;
  const { state, alert } =
    limit === null
      ? { state: armed, alert: false }
      : stepAt(watch.stock, { value: left, isCrossed: below(limit) }, { at, since: watch.effectiveAt });
  const next: PriceWatch = { ...watch, stock: state, lastStock: left };
  const price = sight.price ?? watch.lastPrice;
  const snapshot = sight.snapshot ?? watch.snapshot;
  if (!alert || price === null || snapshot === null) return { next, crossing: undefined };
  const told = { price, previousPrice: watch.lastPrice, stock: left, observedAt: at, cause };
  return { next, crossing: { watch: next, snapshot, reason: 'STOCK', ...told } };
}

type Rule = Readonly<{
  move: (watch: PriceWatch, sight: Sight, moment: Moment) => Move;
  stateOf: (watch: PriceWatch) => RuleState;
}>;

const priceRule: Rule = { move: movePrice, stateOf: ({ price }) => price };
const stockRule: Rule = { move: moveStock, stateOf: ({ stock }) => stock };

/**
 * A watch that has told, as it stood just before the event: armed again when it had recovered by the passing of time. When the
 * cheapest flight departs, what a search finds becomes dearer; when a night that was sold out is over, more can be had of a stay;
 * and no event tells of either.
 */
function recovered(watch: PriceWatch, before: Sight | null, of: Readonly<{ rule: Rule; moment: Moment }>): PriceWatch {
  const { rule, moment } = of;
  if (before === null || rule.stateOf(watch).phase === 'ARMED' || moment.at < watch.effectiveAt) return watch;
  const { next } = rule.move(watch, before, moment);
  return next !== undefined && rule.stateOf(next).phase === 'ARMED' ? next : watch;
}

/** Moves a watch by an event: from how things stood just before it to how they stood just after. */
export function moveWatch(watch: PriceWatch, evaluation: Evaluation, rates: RateTable): Move {
  const moment = { at: evaluation.at, cause: evaluation.cause, rates };
  const rule = evaluation.watched.kind === 'STOCK' ? stockRule : priceRule;
  const ready = recovered(watch, evaluation.before, { rule, moment });
  const { next = ready, crossing } = rule.move(ready, evaluation.after, moment);
  if (next === watch) return unmoved;
  const stored: PriceWatch = { ...next, version: watch.version + 1 };
  return { next: stored, crossing: crossing && { ...crossing, watch: stored } };
}
