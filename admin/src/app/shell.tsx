import { ConnectionNotice } from '@meridian/ui/feedback/connection-notice.tsx';
import { FailureNotice } from '@meridian/ui/feedback/failure-notice.tsx';
import { Notice } from '@meridian/ui/feedback/notice.tsx';
import { useDocumentTitle } from '@meridian/ui/routing/use-document-title';
import { useSession, useSessionState } from '@meridian/ui/session/session-context.tsx';
import { StillSignedIn } from '@meridian/ui/session/still-signed-in.tsx';
import { SkipLink } from '@meridian/ui/theme/skip-link.tsx';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { Navigate, Outlet, useMatches } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { SignIn } from '../features/account/sign-in.tsx';
import { useOperator } from '../features/account/use-me.ts';
import { ButtonLink, TravelersLink } from './links.tsx';
import { Navigation } from './navigation.tsx';
import { isWithin, type Section, sections, sectionsFor } from './sections.ts';

function SignOut() {
  const session = useSession();
  const [isStuck, setStuck] = useState(false);
  const signOut = () => {
    setStuck(false);
    session.end().catch(() => setStuck(true));
  };
  return (
    <>
      <Button onClick={signOut} sx={{ flexShrink: 0 }}>
        Sign out
      </Button>
      <StillSignedIn isOpen={isStuck} onClose={() => setStuck(false)} />
    </>
  );
}

const Header = ({ name }: Readonly<{ name: string }>) => (
  <Box
    component="header"
    sx={{ display: 'flex', alignItems: 'center', gap: 2, px: 2, py: 1, borderBottom: 1, borderColor: 'divider' }}
  >
    <Typography sx={{ fontWeight: 800, mr: 'auto', flexShrink: 0 }}>
      Meridian
      <Box component="span" sx={{ display: { xs: 'none', sm: 'inline' } }}>
        {' for operators'}
      </Box>
    </Typography>
    <Typography variant="body2" noWrap>
      {name}
    </Typography>
    <SignOut />
  </Box>
);

function NotHere({ first }: Readonly<{ first: Section }>) {
  useDocumentTitle('Not for your role');
  return (
    <Notice
      title="This section is not for your role"
      action={<ButtonLink to={first.to}>{`To ${first.label}`}</ButtonLink>}
    >
      Your account may not see it. An admin gives roles, under "Users".
    </Notice>
  );
}

/** For who has an account, and no part in running the marketplace. */
function NotAnOperator() {
  useDocumentTitle('For operators');
  return (
    <Notice title="This portal is for operators" action={<TravelersLink />}>
      Your account searches, watches and books: you do that in Meridian for travelers. Whoever offers listings or runs
      the marketplace needs a role for it, which an admin gives.
    </Notice>
  );
}

/** The page where the caller may see it; whoever opens the portal and may not see the dashboard comes to what they may see. */
function Content({ open }: Readonly<{ open: readonly Section[] }>) {
  // The page that stands there, not the address that is being led to: that one is ahead of it.
  const path: string = useMatches({ select: (matches) => matches.at(-1)?.routeId ?? '/' });
  const [first] = open;
  if (first === undefined) return <NotAnOperator />;
  const wanted = sections.find((section) => isWithin(section, path));
  if (wanted === undefined || open.includes(wanted)) return <Outlet />;
  return wanted.to === '/' ? <Navigate to={first.to} replace /> : <NotHere first={first} />;
}

/** What is open to the caller: the menu, and the page. */
function Portal() {
  const { me, isFailed, error, retry } = useOperator();
  if (me === undefined)
    return isFailed ? (
      <FailureNotice error={error} onRetry={retry} />
    ) : (
      <Skeleton variant="rectangular" height="100vh" />
    );
  const open = sectionsFor(me.roles);
  return (
    <>
      <SkipLink />
      <Header name={me.profile.displayName} />
      <ConnectionNotice />
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '200px minmax(0, 1fr)' } }}>
        <Navigation open={open} />
        <Box
          component="main"
          id="content"
          tabIndex={-1}
          sx={{ p: { xs: 2, md: 3 }, minHeight: '90vh', outline: 'none' }}
        >
          <Suspense>
            <Content open={open} />
          </Suspense>
        </Box>
      </Box>
    </>
  );
}

/** What every page stands in. A stranger sees the door. */
export function Shell() {
  const { status } = useSessionState();
  if (status === 'signedOut') return <SignIn />;
  if (status === 'unknown') return <Skeleton variant="rectangular" height="100vh" />;
  return <Portal />;
}
