import { createHash } from 'node:crypto';
import type { Principal } from '@meridian/platform/identity/principal';
import type { BookingFailure, Refusal } from '../domain/failures.ts';
import type { BookingStore, BookingTransaction } from '../ports/booking-store.ts';
import type { Answer, KeyRefusal, Operation } from '../ports/operations.ts';
import { LEASE_IN_MS } from './time-limits.ts';

/** JSON with sorted keys, so that equal inputs have equal texts. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
      : inner,
  );

/**
 * Names an operation by its caller, key and input. The input's hash is kept, not the input: it holds names and card tokens. Who
 * calls is the account alone: the same request from a later session, or with another role, is the same request.
 */
export function operationOf(
  name: string,
  caller: string,
  request: Readonly<{ principal: Principal; idempotencyKey: string }>,
): Operation {
  const { idempotencyKey: key, principal: _, ...input } = request;
  return { caller, name, key, inputHash: createHash('sha256').update(canonical(input)).digest('base64url') };
}

/** What a run of an operation answers, and what it leaves to do after its commit. */
export type Ran<A extends Answer, Next> = Readonly<{ ok: true; answer: A; next?: Next | undefined }>;

/**
 * Runs `work` in one transaction, once per caller, operation and key: the same input again gets the first answer, and nothing is
 * left to do. A returned failure rolls back as a throw does, and leaves the key free.
 */
export const runOnce = <A extends Answer, Next, F extends BookingFailure>(
  store: BookingStore,
  operation: Operation,
  work: (transaction: BookingTransaction) => Promise<Ran<A, Next> | Refusal<F>>,
): Promise<Ran<A, Next> | Refusal<F> | KeyRefusal> =>
  store.transaction(async (transaction): Promise<Ran<A, Next> | Refusal<F> | KeyRefusal> => {
    const start = await transaction.operations.start<A>(operation, LEASE_IN_MS);
    if (start.status === 'REFUSED') return start.refusal;
    if (start.status === 'ANSWERED') return { ok: true, answer: start.answer };
    const ran = await work(transaction);
    if (ran.ok) await transaction.operations.answer(start.id, ran.answer);
    return ran;
  });

/** As {@link runOnce}, for work that leaves nothing to do. */
export async function once<A extends Answer, F extends BookingFailure>(
  store: BookingStore,
  operation: Operation,
  work: (transaction: BookingTransaction) => Promise<A | Refusal<F>>,
): Promise<A | Refusal<F> | KeyRefusal> {
  const ran = await runOnce<A, never, F>(store, operation, async (transaction) => {
    const answer = await work(transaction);
    return answer.ok ? { ok: true, answer } : answer;
  });
  return ran.ok ? ran.answer : ran;
}
