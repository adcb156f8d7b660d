import { badInput } from '@meridian/platform/subgraph/pages';
import type { ValidationFailure } from '@meridian/platform/values/problems';
import type { CriteriaAnswer, ReadDealFilterRequest } from '../application/read-deal-filter.ts';
import type { Deal } from '../domain/deal.ts';
import type { DealFilter } from '../generated/resolvers-types.ts';
import type { DealPlace, DealSort } from '../ports/deal-book.ts';

/** Nulls say the same as leaving out. */
export function toFilter(input: DealFilter | null | undefined): ReadDealFilterRequest {
  const given = Object.entries(input ?? {}).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(given) as ReadDealFilterRequest;
}

const refusedFilter = ({ problems }: ValidationFailure) =>
  badInput(problems.map(({ path, message }) => `${path.join('.')}: ${message}`).join(' '));

/** The criteria of a filter, or a refusal of the request, with every problem. */
export function requireCriteria(answer: CriteriaAnswer) {
  if (!answer.ok) throw refusedFilter(answer.failure);
  return answer.criteria;
}

/** A deal's place in an order as a whole number of 0 or more, which is what cursors carry. */
export function positionOf(deal: Deal, sort: DealSort): number {
  if (sort === 'SCORE') return deal.score;
  if (sort === 'DISCOUNT') return Math.round(deal.discountPercent * 10);
  return sort === 'PRICE' ? deal.basis.priceMinor : deal.publishedAt;
}

/** The same place as the feed compares it: higher comes first. */
export function placeAt(position: number, of: Readonly<{ sort: DealSort; id: string }>): DealPlace {
  if (of.sort === 'DISCOUNT') return { value: position / 10, id: of.id };
  return { value: of.sort === 'PRICE' ? -position : position, id: of.id };
}
