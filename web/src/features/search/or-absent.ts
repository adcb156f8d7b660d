/** Nothing for an empty list. To the graph both mean "any"; said in one way, they are one search to the cache. */
export const orAbsent = <Item>(list: readonly Item[]): Item[] | undefined =>
  list.length === 0 ? undefined : [...list];
