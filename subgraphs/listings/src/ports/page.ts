/** A page of a list, and how many entries the whole of it has. */
export type Page<Item> = Readonly<{ items: readonly Item[]; totalCount: number; hasNextPage: boolean }>;
