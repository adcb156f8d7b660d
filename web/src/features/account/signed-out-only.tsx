import { useSessionState } from '@meridian/ui/session/session-context.tsx';
import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';

type SignedOutOnlyProps = Readonly<{
  /** Where they wanted to go. */
  next: string | undefined;
  children: ReactNode;
}>;

/** For forms that begin a session: who has one goes on. The form does not stay behind them; Back leads to before it. */
export function SignedOutOnly({ next = '/', children }: SignedOutOnlyProps) {
  const { status } = useSessionState();
  const { history } = useRouter();
  const isSignedIn = status === 'signedIn';
  useEffect(() => {
    if (isSignedIn) history.replace(next);
  }, [isSignedIn, history, next]);
  return isSignedIn ? null : children;
}
