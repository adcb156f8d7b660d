import type { Principal } from '@meridian/platform/identity/principal';
import { hasScope } from '@meridian/platform/identity/scopes';
import type { Account } from '../domain/account.ts';
import { roleProblems } from '../domain/account-rules.ts';
import { type FailureOf, invalid, type Refusal, refuse } from '../domain/failures.ts';
import { inOrder, type Role } from '../domain/roles.ts';
import type { UserStore, UserTransaction } from '../ports/user-store.ts';

/** All the roles that an account shall hold from now on, and who says so. */
export type SetUserRolesRequest = Readonly<{
  principal: Principal;
  userId: string;
  roles: readonly Role[];
  traceparent?: string | undefined;
}>;

type Answer = Readonly<{ ok: true; account: Account }> | Refusal<FailureOf<'NOT_FOUND' | 'NOT_PERMITTED'>>;
type Act = Readonly<{ actorId: string; request: SetUserRolesRequest }>;

const commandOf = (act: Act, outcome: 'DONE' | 'REFUSED', sequence: number) =>
  ({
    type: 'admin.command',
    actorId: act.actorId,
    command: `setUserRoles ${inOrder(act.request.roles).join(',')}`,
    subject: act.request.userId,
    sequence,
    outcome,
    traceparent: act.request.traceparent,
  }) as const;

async function setRoles(transaction: UserTransaction, act: Act): Promise<Answer> {
  const { actorId, request } = act;
  const { traceparent } = request;
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
  return { ok: true, account: after };
}

/**
 * Sets an account's roles, for operators. What was done, and what an operator was refused, is told as `admin.command`. Access
 * tokens that were issued before keep the old roles until they end, ten minutes later at most.
 */
export const createSetUserRoles =
  (deps: Readonly<{ store: UserStore }>) =>
  async (request: SetUserRolesRequest): Promise<Answer | Refusal<FailureOf<'VALIDATION_FAILED'>>> => {
    const { principal, roles } = request;
    if (principal.kind !== 'user' || !hasScope(principal, 'users:write')) return refuse({ code: 'NOT_PERMITTED' });
    const problems = roleProblems(roles);
    if (problems.length > 0) return invalid(problems);
    const act = { actorId: principal.userId, request };
    const answer = await deps.store.transaction((transaction) => setRoles(transaction, act));
    if (answer.ok) return answer;
    // The refused change was rolled back with everything in it, so the record of the refusal is a transaction of its own.
    await deps.store.transaction(async (transaction) => {
      const subject = await transaction.find(request.userId);
      await transaction.announce([commandOf(act, 'REFUSED', subject?.version ?? 1)]);
      return { ok: true };
    });
    return answer;
  };
