import { useApolloClient } from '@apollo/client/react';
import { useSession } from '@meridian/ui/session/session-context.tsx';
import { useNavigate } from '@tanstack/react-router';

/** Signs out here and in all tabs, forgets what was read, and goes home. */
export function useSignOut(): () => Promise<void> {
  const session = useSession();
  const client = useApolloClient();
  const navigate = useNavigate();
  return async () => {
    await session.end();
    await client.clearStore();
    await navigate({ to: '/' });
  };
}
