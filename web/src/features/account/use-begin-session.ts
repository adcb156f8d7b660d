import type { IssuedToken } from '@meridian/ui/session/session';
import { useSession } from '@meridian/ui/session/session-context.tsx';
import { useRouter } from '@tanstack/react-router';

/** Begins the session of who has just signed in or up, and goes on to where they wanted to go. */
export function useBeginSession(next: string | undefined): (issued: IssuedToken) => Promise<void> {
  const session = useSession();
  const router = useRouter();
  return async (issued) => {
    session.begin(issued);
    router.history.push(next ?? '/');
  };
}
