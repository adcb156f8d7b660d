import { hasScope } from '@meridian/platform/identity/scopes';
import type { ValidationFailure } from '@meridian/platform/values/problems';
import type { Account } from '../domain/account.ts';
import { roleProblems } from '../domain/account-rules.ts';
import { accept, failureOf, type Result, refuse } from '../domain/problems.ts';
import { inOrder, type Role } from '../domain/roles.ts';
import type { UserStore, UserTransaction } from '../ports/user-store.ts';
import type { Caller } from './caller.ts';

export type SetUserRolesRequest = Readonly<{ userId: string; roles: readonly Role[] }>;
export type SetUserRolesFailure =
  | ValidationFailure
  | Readonly<{ code: 'NOT_FOUND'; id: string }>
  | Readonly<{ code: 'NOT_PERMITTED'; reason: 'SCOPE' | 'OWN_ADMIN_ROLE' }>;

type Act = Readonly<{ actorId: string; request: SetUserRolesRequest; traceparent?: string | undefined }>;

const commandOf = (act: Act, outcome: 'DONE' | 'REFUSED', sequence: number) =>
  ({
    type: 'admin.command',
    actorId: act.actorId,
    command: `setUserRoles ${inOrder(act.request.roles).join(',')}`,
    subject: act.request.userId,
    sequence,
    outcome,
    traceparent: act.traceparent,
  }) as const;

async function setRoles(transaction: UserTransaction, act: Act): Promise<Result<Account, SetUserRolesFailure>> {
  const { actorId, request, traceparent } = act;
  const before = await transaction.find(request.userId);
  if (!before) return refuse({ code: 'NOT_FOUND', id: request.userId });
  // Otherwise the last operator could lock everybody out, and no one could let them in again.
  const losesOwnAdmin = actorId === before.id && before.roles.includes('ADMIN') && !request.roles.includes('ADMIN');
  if (losesOwnAdmin) return refuse({ code: 'NOT_PERMITTED', reason: 'OWN_ADMIN_ROLE' });
  const after: Account = { ...before, roles: inOrder(request.roles), version: before.version + 1 };
  await transaction.update(before, after);
  await transaction.announce([
    { type: 'user.updated', account: after, traceparent },
    commandOf(act, 'DONE', after.version),
  ]);
  return accept(after);
}

/**
 * Sets an account's roles, for operators. What was done, and what an operator was refused, is told as `admin.command`. Access
 * tokens that were issued before keep the old roles until they end, ten minutes later at most.
 */
export const createSetUserRoles =
  (deps: Readonly<{ store: UserStore }>) =>
  async (request: SetUserRolesRequest, caller: Caller): Promise<Result<Account, SetUserRolesFailure>> => {
    const { principal, traceparent } = caller;
    if (principal.kind !== 'user' || !hasScope(principal, 'users:write')) {
      return refuse({ code: 'NOT_PERMITTED', reason: 'SCOPE' });
    }
    const invalid = failureOf(roleProblems(request.roles));
    if (invalid) return refuse(invalid);
    const act = { actorId: principal.userId, request, traceparent };
    const answer = await deps.store.transaction((transaction) => setRoles(transaction, act));
    if (answer.ok) return answer;
    // The refused change was rolled back with everything in it, so the record of the refusal is a transaction of its own.
    await deps.store.transaction(async (transaction) => {
      const subject = await transaction.find(request.userId);
      await transaction.announce([commandOf(act, 'REFUSED', subject?.version ?? 1)]);
      return accept(undefined);
    });
    return answer;
  };
