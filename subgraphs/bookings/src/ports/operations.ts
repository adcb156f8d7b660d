import type { BookingFailure, Refusal } from '../domain/failures.ts';

/**
 * An idempotent operation: who does what under which key, and a hash of the rest of the input. `id` names it in records that
 * wait for its end.
 */
export type Operation = Readonly<{ caller: string; name: string; key: string; inputHash: string }>;

/** What an operation answers at first and on every repetition: plain data, kept as JSON. */
export type Answer = Readonly<{ ok: true }>;

/** Why a key cannot be used: it stands for another input, or its first run has not ended. */
export type KeyRefusal = Refusal<
  Extract<BookingFailure, { code: 'IDEMPOTENCY_KEY_REUSED' | 'IDEMPOTENCY_IN_PROGRESS' }>
>;

/**
 * How an operation stands when it is asked for:
 * - `FRESH`: the key was free; it is claimed now, until the lease ends;
 * - `RESUMED`: its first run stopped between two transactions; `reference` says with what it goes on;
 * - `ANSWERED`: it ended before, with this answer.
 */
export type OperationStart<A> =
  | Readonly<{ status: 'FRESH'; id: string }>
  | Readonly<{ status: 'RESUMED'; id: string; reference: string }>
  | Readonly<{ status: 'ANSWERED'; answer: A }>
  | Readonly<{ status: 'REFUSED'; refusal: KeyRefusal }>;

/**
 * The idempotency records, within a transaction: they commit with what they speak of. An answer is kept for at least 24 hours.
 */
export interface Operations {
  start<A extends Answer>(operation: Operation, leaseInMs: number): Promise<OperationStart<A>>;
  /** Remembers with what a later run has to go on. */
  refer(id: string, reference: string): Promise<void>;
  /** Ends the operation with its answer. One to a caller who is forgotten is not kept, for it may hold personal data: the key is free. */
  answer(id: string, answer: Answer): Promise<void>;
  /** Ends the operation without an answer: the key is free again. */
  free(id: string): Promise<void>;
  /** Lets the same request in again at once, for an operation that stays open. */
  endLease(id: string): Promise<void>;
  /** Forgets answers older than `beforeInMs`. Returns how many. */
  purge(beforeInMs: number): Promise<number>;
  /** Forgets every answer to a caller: it may hold personal data. */
  forgetCaller(caller: string): Promise<void>;
}
