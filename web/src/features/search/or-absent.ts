/** Nothing for an empty list: to the graph it would mean "none of these". */
export const orAbsent = <Item>(list: readonly Item[]): Item[] | undefined =>
  list.length === 0 ? undefined : [...list];
