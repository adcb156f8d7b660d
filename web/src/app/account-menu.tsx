import { useSessionState } from '@meridian/ui/session/session-context.tsx';
import Skeleton from '@mui/material/Skeleton';
import { useLocation } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { ButtonLink } from './links.tsx';

/** Menus bring much code along, which a stranger has no use for. */
const SignedInMenu = lazy(() => import('./signed-in-menu.tsx').then((module) => ({ default: module.SignedInMenu })));

const SignInLink = () => {
  const next = useLocation({ select: ({ href }) => href });
  return (
    <ButtonLink to="/sign-in" search={{ next: next.startsWith('/sign-') ? undefined : next }} variant="outlined">
      Sign in
    </ButtonLink>
  );
};

const Pending = () => <Skeleton variant="circular" width={32} height={32} sx={{ m: 1 }} />;

/** Who is signed in, and what they can do about it. */
export function AccountMenu() {
  const { status } = useSessionState();
  if (status === 'signedOut') return <SignInLink />;
  if (status === 'unknown') return <Pending />;
  return (
    <Suspense fallback={<Pending />}>
      <SignedInMenu />
    </Suspense>
  );
}
