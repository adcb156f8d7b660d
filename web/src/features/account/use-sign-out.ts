import { useSession } from '@meridian/ui/session/session-context.tsx';
import { useNavigate } from '@tanstack/react-router';

/** Signs out here and in all tabs, and goes home. @throws SessionUnavailable when the server does not answer: one is still signed in */
export function useSignOut(): () => Promise<void> {
  const session = useSession();
  const navigate = useNavigate();
  return async () => {
    await session.end();
    await navigate({ to: '/' });
  };
}
