/** What listings told of a code: whether there is an airport under it. `sequence` counts what was told of that code. */
export type ToldAirport = Readonly<{ code: string; isKnown: boolean; sequence: number }>;

/** Which airports there are, as listings tells it. What is read is committed. */
export interface Airports {
  /** Whether there is an airport under an IATA code. */
  isKnown(code: string): Promise<boolean>;
}

/** The same, within a transaction of whoever was told. */
export interface AirportBook {
  /** Remembers the last that was told of each code. What was told before it changes nothing, however late it comes. */
  remember(told: readonly ToldAirport[]): Promise<void>;
}
