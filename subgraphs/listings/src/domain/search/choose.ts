/**
 * A group of filters over candidates and their options (a flight's fares, a stay's room types). `passes` is the filter as it is set;
 * `values` names the filter's values that an option would pass under, for the facet.
 */
export type FilterGroup<Candidate, Option> = Readonly<{
  name: string;
  passes: (candidate: Candidate, option: Option) => boolean;
  values?: (candidate: Candidate, option: Option) => readonly string[];
}>;

/** A candidate with the options that can be had at all, each with what it is compared by. */
export type Choosable<Candidate, Option extends Comparable> = Readonly<{
  candidate: Candidate;
  options: readonly Option[];
}>;

/** `comparableMinor` is the total in the searcher's currency; infinite when no rate is known. */
export type Comparable = Readonly<{ comparableMinor: number }>;

/** A candidate that was found, at the cheapest of its options that pass. */
export type Chosen<Candidate, Option> = Readonly<{ candidate: Candidate; option: Option }>;

/** What a search found, and per group how many results each value would leave. */
export type Choice<Candidate, Option> = Readonly<{
  results: readonly Chosen<Candidate, Option>[];
  counts: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** The lowest total of each candidate that passes every group but the price. */
  totals: readonly number[];
}>;

/** The name of the group that filters by total; it has ranges instead of values. */
const priceGroup = 'price';

function cheapest<Option extends Comparable>(options: readonly Option[]): Option | undefined {
  let best: Option | undefined;
  for (const option of options) if (best === undefined || option.comparableMinor < best.comparableMinor) best = option;
  return best;
}

/**
 * Filters, and counts facets in the same pass. A candidate is found when one of its options passes every group; the cheapest such
 * option is chosen. A value of a group counts a candidate when one of its options passes all *other* groups and has the value:
 * exactly the number of results with this group's filter set to this value alone.
 */
export function choose<Candidate, Option extends Comparable>(
  choosables: readonly Choosable<Candidate, Option>[],
  groups: readonly FilterGroup<Candidate, Option>[],
): Choice<Candidate, Option> {
  const results: Chosen<Candidate, Option>[] = [];
  const totals: number[] = [];
  const counts = new Map(groups.map((group) => [group.name, new Map<string, number>()]));
  for (const { candidate, options } of choosables) {
    const failures = options.map((option) => failedGroups(groups, candidate, option));
    const passing = (but: number) => options.filter((_, index) => ((failures[index] ?? 0) & ~but) === 0);
    const option = cheapest(passing(0));
    if (option !== undefined) results.push({ candidate, option });
    for (const [index, group] of groups.entries()) {
      const left = passing(1 << index);
      if (group.values)
        tally(
          counts.get(group.name),
          left.flatMap((one) => group.values?.(candidate, one) ?? []),
        );
      if (group.name === priceGroup && left.length > 0) totals.push(cheapest(left)?.comparableMinor ?? 0);
    }
  }
  return { results, counts, totals };
}

/** A bit per group that the option fails. */
function failedGroups<Candidate, Option>(
  groups: readonly FilterGroup<Candidate, Option>[],
  candidate: Candidate,
  option: Option,
): number {
  let failed = 0;
  for (let index = 0; index < groups.length; index += 1) {
    if (groups[index]?.passes(candidate, option) === false) failed |= 1 << index;
  }
  return failed;
}

function tally(counts: Map<string, number> | undefined, values: readonly string[]): void {
  if (values.length === 0) return;
  for (const value of values.length === 1 ? values : new Set(values)) counts?.set(value, (counts.get(value) ?? 0) + 1);
}

/** A filter by total in the searcher's currency. Without a known rate nothing passes a set bound. */
export const priceFilter = <Candidate, Option extends Comparable>(
  minMinor: number | undefined,
  maxMinor: number | undefined,
): FilterGroup<Candidate, Option> => ({
  name: priceGroup,
  passes: (_, { comparableMinor }) =>
    (minMinor === undefined || (comparableMinor >= minMinor && comparableMinor !== Number.POSITIVE_INFINITY)) &&
    (maxMinor === undefined || comparableMinor <= maxMinor),
});
