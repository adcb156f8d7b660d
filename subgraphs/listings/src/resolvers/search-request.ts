import { withoutNulls } from './shapes.ts';

type SearchArguments<Sort> = Readonly<{
  sort?: Sort | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

/** Which part of the results a search's arguments ask for, with the schema's defaults, which also hold where a client sends null. */
export const pageOfSearch = <Sort extends string>(args: SearchArguments<Sort>, usualSort: Sort) => ({
  sort: args.sort ?? usualSort,
  first: args.first ?? 20,
  after: args.after ?? undefined,
});

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/**
 * An input without its empty lists: a filter of nothing filters nothing, as one that is left out. Otherwise a client whose last
 * choice was taken away would find nothing, and not know why.
 */
const withoutEmptyLists = <Input extends object>(input: Input): Input =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => !isEmptyList(value))) as Input;

/** A search's criteria, with the schema's default of a currency. */
export const criteriaOf = <Input extends Readonly<{ currency?: string | null | undefined }>>(input: Input) => ({
  ...withoutEmptyLists(withoutNulls(input)),
  currency: input.currency ?? 'USD',
});
