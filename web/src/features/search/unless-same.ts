/** A search to go to, or nothing where it is the one that is there: going there would help nobody. */
export const unlessSame = <Search>(next: Search, present: Search): Search | undefined =>
  JSON.stringify(next) === JSON.stringify(present) ? undefined : next;
