/** What listings told of a code: whether there is an airport under it. `sequence` counts what was told of that code. */
export type ToldAirport = Readonly<{ code: string; isKnown: boolean; sequence: number }>;

/** Which airports there are, to read. */
export interface AirportReader {
  /** Those of the codes under which there is an airport. */
  known(codes: readonly string[]): Promise<ReadonlySet<string>>;
}

/** Which airports there are, within a transaction. */
export interface AirportBook extends AirportReader {
  /** Keeps the last that was told of each code. What was told before it changes nothing, however late it comes. */
  put(told: readonly ToldAirport[]): Promise<void>;
}
