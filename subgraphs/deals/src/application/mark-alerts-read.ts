import type { Cursors, DecodedCursor } from '@meridian/platform/identity/cursor';
import type { Principal } from '@meridian/platform/identity/principal';
import type { Clock } from '@meridian/platform/time/clock';
import type { Problem, ValidationFailure } from '@meridian/platform/values/problems';
import { invalid, type NotPermitted, refuse } from '../domain/failures.ts';
import type { AccountReader } from '../ports/account-reader.ts';
import type { DealsStore } from '../ports/deals-store.ts';
import { alertStream } from '../ports/streams.ts';
import { accountOf } from './caller.ts';

/** Which alerts: up to 100 by id, or all up to the cursor of one of them, or both. */
export type MarkAlertsReadRequest = Readonly<{
  principal: Principal;
  ids?: readonly string[] | null | undefined;
  upTo?: string | null | undefined;
}>;
/** How many were unread before and are read now, and how many are unread still; or why nothing changed. */
export type MarkAnswer = Readonly<
  { ok: true; marked: number; unreadCount: number } | { ok: false; failure: ValidationFailure | NotPermitted }
>;

const mostIds = 100;

function problemsOf(request: MarkAlertsReadRequest, place: DecodedCursor | undefined): Problem[] {
  const problems: Problem[] = [];
  const count = request.ids?.length ?? 0;
  if (count === 0 && !request.upTo) problems.push({ path: ['input'], message: 'Give ids, or upTo, or both.' });
  if (count > mostIds) problems.push({ path: ['input', 'ids'], message: `Give at most ${mostIds} ids.` });
  if (place && !place.ok) problems.push({ path: ['input', 'upTo'], message: 'Give the cursor of one of your alerts.' });
  return problems;
}

/** Marks an account's own alerts as read. Ids that are not its own change nothing. */
export const createMarkAlertsRead =
  (deps: { store: DealsStore; reader: AccountReader; cursors: Cursors; clock: Clock }) =>
  async (request: MarkAlertsReadRequest): Promise<MarkAnswer> => {
    const userId = accountOf(request.principal);
    if (userId === undefined) return refuse({ code: 'NOT_PERMITTED' });
    const place = request.upTo ? deps.cursors.decode(request.upTo, alertStream(userId)) : undefined;
    const problems = problemsOf(request, place);
    if (problems.length > 0) return invalid(problems);
    const of = { ids: request.ids ?? [], upTo: place?.ok ? place.position : null, at: deps.clock.now() };
    const marked = await deps.store.transaction(({ alerts }) => alerts.markRead(userId, of));
    return { ok: true, marked, unreadCount: await deps.reader.unreadCount(userId) };
  };
