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

/**
 * Runs `work` in one transaction, once per caller, operation and key: the same input again gets the first answer. A returned
 * failure rolls back as a throw does, and leaves the key free.
 */
export const once = <A extends Answer, F extends BookingFailure>(
  store: BookingStore,
  operation: Operation,
  work: (transaction: BookingTransaction) => Promise<A | Refusal<F>>,
): Promise<A | Refusal<F> | KeyRefusal> =>
  store.transaction(async (transaction) => {
    const start = await transaction.operations.start<A>(operation, LEASE_IN_MS);
    if (start.status === 'REFUSED') return start.refusal;
    if (start.status === 'ANSWERED') return start.answer;
    const answer = await work(transaction);
    if (answer.ok) await transaction.operations.answer(start.id, answer);
    return answer;
  });
