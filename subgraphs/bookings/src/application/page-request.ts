/** Which part of a list is asked for. `first` is between 1 and 100; `after` is the id of the last row of the page before. */
export type PageRequest = Readonly<{ first: number; after: string | null }>;
