import type { Stay } from './listing.ts';

/** Fields of a stay that a file may tell or not. Each keeps the richness of the file that filled it. */
export type MergedFields = Pick<
  Stay,
  | 'title'
  | 'stayType'
  | 'propertyType'
  | 'description'
  | 'neighbourhood'
  | 'neighbourhoodOverview'
  | 'area'
  | 'amenities'
  | 'roomTypes'
  | 'basePriceMinor'
  | 'minNights'
  | 'maxNights'
  | 'checkInFrom'
  | 'checkOutUntil'
  | 'instantBook'
  | 'cancellation'
  | 'host'
  | 'subratings'
  | 'licence'
  | 'city'
  | 'latitude'
  | 'longitude'
> &
  Readonly<{ sourceRatings: Readonly<{ sourceRating: number | null; sourceCount: number }> }>;

type FieldName = keyof MergedFields;

/** What a record tells: an absent or null field tells nothing. */
export type ToldFields = { readonly [Name in FieldName]?: MergedFields[Name] | null | undefined };

/** An owner's own word outranks every file. */
export const ownerRichness = 1_000_000;

const same = (left: unknown, right: unknown): boolean =>
  left === right || JSON.stringify(left) === JSON.stringify(right);

const currentOf = (stay: Stay): MergedFields => ({
  ...stay,
  sourceRatings: { sourceRating: stay.ratings.sourceRating, sourceCount: stay.ratings.sourceCount },
});

const isTold = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/**
 * Merges what a record of some richness tells into a stay, field by field. A field is replaced when it was filled by an equal or
 * poorer file; what the record does not tell stays. Answers the same object when nothing has changed.
 */
export function mergeStay(stay: Stay, told: ToldFields, richness: number): Stay {
  const current = currentOf(stay);
  const changes: Record<string, unknown> = {};
  const ranks: Record<string, number> = { ...stay.richness };
  for (const name of Object.keys(told) as FieldName[]) {
    const value = told[name];
    if (!isTold(value) || (ranks[name] ?? 0) > richness) continue;
    ranks[name] = richness;
    if (!same(current[name], value)) changes[name] = value;
  }
  if (Object.keys(changes).length === 0 && same(ranks, stay.richness)) return stay;
  const { sourceRatings, ...fields } = changes as Partial<MergedFields>;
  const ratings = sourceRatings ? { ...stay.ratings, ...sourceRatings } : stay.ratings;
  return { ...stay, ...fields, ratings, richness: ranks };
}

/** Whether two states of a stay differ in more than in who told what. */
export const differs = (before: Stay, after: Stay): boolean =>
  before !== after && !same({ ...before, richness: null }, { ...after, richness: null });
