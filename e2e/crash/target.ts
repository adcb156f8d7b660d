/** What a client wants to do. Each step has an idempotency key of its own and is repeated until it is answered. */
export type Step = Readonly<{ action: string; key: string }>;

/** An answer that reached a client; it is written down before the client goes on. */
export type Answer = Readonly<{
  type: string;
  bookingId?: string;
  state?: string;
  quoteId?: string;
  retryable?: boolean;
}>;

/** One client's errand: a booking, in one step or two, sometimes cancelled again. */
export interface Errand {
  /** Who asks; undefined where several errands share an account. */
  readonly user: string | undefined;
  /** Sends a step's request. Throws when no answer came back. */
  send(address: string, step: Step, before: readonly Answer[]): Promise<Answer>;
}

/** A running server that can be killed. */
export type Running = Readonly<{ address: string; kill(): Promise<void>; stop(): Promise<unknown> }>;

/** What is killed: the bookings service alone, or the whole embedded server. */
export interface Target {
  start(): Promise<Running>;
  /** Called once, with the first running server. */
  prepare(address: string): Promise<void>;
  /** A new client. `number` is unlike any other's. */
  errand(number: number): Promise<Errand>;
}
