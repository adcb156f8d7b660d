import { useApolloClient } from '@apollo/client/react';
import { ConnectionNotice } from '@meridian/ui/feedback/connection-notice.tsx';
import { Notice } from '@meridian/ui/feedback/notice.tsx';
import { useDocumentTitle } from '@meridian/ui/routing/use-document-title';
import { useSession, useSessionState } from '@meridian/ui/session/session-context.tsx';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemText from '@mui/material/ListItemText';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { Outlet, useLocation } from '@tanstack/react-router';
import { Suspense } from 'react';
import { SignIn } from '../features/account/sign-in.tsx';
import { useMe } from '../features/account/use-me.ts';
import { MenuLink } from './links.tsx';
import { type Section, sectionsFor } from './sections.ts';

const Navigation = ({ open }: Readonly<{ open: readonly Section[] }>) => (
  <Box component="nav" aria-label="Sections">
    <List sx={{ display: { xs: 'flex', md: 'block' }, overflowX: 'auto', p: 1 }}>
      {open.map(({ to, label }) => (
        <ListItem key={to} disablePadding sx={{ flexShrink: 0, width: { xs: 'auto', md: '100%' } }}>
          <MenuLink
            to={to}
            activeOptions={{ exact: to === '/' }}
            activeProps={{ selected: true }}
            sx={{ borderRadius: 2 }}
          >
            <ListItemText primary={label} sx={{ whiteSpace: 'nowrap' }} />
          </MenuLink>
        </ListItem>
      ))}
    </List>
  </Box>
);

function SignOut() {
  const session = useSession();
  const client = useApolloClient();
  const signOut = async () => {
    await session.end();
    await client.clearStore();
  };
  return <Button onClick={() => void signOut().catch(() => undefined)}>Sign out</Button>;
}

const Header = ({ name }: Readonly<{ name: string }>) => (
  <Box
    component="header"
    sx={{ display: 'flex', alignItems: 'center', gap: 2, px: 2, py: 1, borderBottom: 1, borderColor: 'divider' }}
  >
    <Typography sx={{ fontWeight: 800, mr: 'auto' }}>Meridian for operators</Typography>
    <Typography variant="body2">{name}</Typography>
    <SignOut />
  </Box>
);

function NotHere() {
  useDocumentTitle('Not for your role');
  return (
    <Notice title="This section is not for your role">
      Your account may not see it. An admin gives roles, under "Users".
    </Notice>
  );
}

/** What is open to the caller: the menu, and the page where they may see it. */
function Portal() {
  const me = useMe();
  const path = useLocation({ select: ({ pathname }) => pathname });
  if (me === undefined) return <Skeleton variant="rectangular" height="100vh" />;
  const open = sectionsFor(me.roles);
  const mayEnter = open.some(({ to }) => (to === '/' ? path === '/' : path.startsWith(to)));
  return (
    <>
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
          <Suspense>{mayEnter ? <Outlet /> : <NotHere />}</Suspense>
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
