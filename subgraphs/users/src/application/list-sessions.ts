import type { Principal } from '@meridian/platform/identity/principal';
import type { Clock } from '@meridian/platform/time/clock';
import type { Session, UserDirectory } from '../ports/user-directory.ts';

/** Whose sessions are asked for, and by whom. */
export type ListSessionsRequest = Readonly<{ principal: Principal; userId: string }>;

/** A live session; `current` is the one that asks. */
export type ListedSession = Session & Readonly<{ current: boolean }>;

/** An account's live sessions, for its owner alone: an operator has no business with a person's devices. */
export const createListSessions =
  (deps: Readonly<{ directory: UserDirectory; clock: Clock }>) =>
  async ({ principal, userId }: ListSessionsRequest): Promise<readonly ListedSession[] | undefined> => {
    if (principal.kind !== 'user' || principal.userId !== userId) return undefined;
    const sessions = await deps.directory.sessionsOf(userId, new Date(deps.clock.now()).toISOString());
    return sessions.map((session) => ({ ...session, current: session.id === principal.sessionId }));
  };
