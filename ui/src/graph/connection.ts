import type { FieldMergeFunction, FieldPolicy, FieldReadFunction } from '@apollo/client/cache';
import { relayStylePagination } from '@apollo/client/utilities';

/** What is known of a connection: its rows only once somebody has asked for them. */
type Known = Readonly<{ edges?: readonly unknown[] }> | null | undefined;

type Pages = Readonly<{ read: FieldReadFunction<Known>; merge: FieldMergeFunction<Known> }>;

/**
 * How a connection is kept: further pages are put behind those that are there. Where the count alone was asked for, or the answer has
 * failed, the rows stay unknown: Apollo's own policy would take them for none, with more to come.
 *
 * @param keyArgs the arguments that tell one list from another
 */
export function connectionBy(keyArgs: readonly string[]): FieldPolicy<Known> {
  const { read, merge } = relayStylePagination([...keyArgs]) as Pages;
  return {
    keyArgs: [...keyArgs],
    read: (known, options) => (known?.edges ? read(known, options) : known),
    merge(known, incoming, options) {
      const hasRows = known?.edges !== undefined;
      if (hasRows || incoming?.edges) return { ...known, ...merge(hasRows ? known : undefined, incoming, options) };
      return incoming === null ? known : { ...known, ...incoming };
    },
  };
}
