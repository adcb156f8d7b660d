import { ConnectionNotice } from '@meridian/ui/feedback/connection-notice.tsx';
import { useSessionState } from '@meridian/ui/session/session-context.tsx';
import { SkipLink } from '@meridian/ui/theme/skip-link.tsx';
import Box from '@mui/material/Box';
import Container from '@mui/material/Container';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { AccountMenu } from './account-menu.tsx';
import { ButtonLink, TextLink } from './links.tsx';

/** Only for who is signed in: a stranger does not load it. */
const AlertBell = lazy(() =>
  import('../features/alerts/alert-bell.tsx').then((module) => ({ default: module.AlertBell })),
);

function Header() {
  const { status } = useSessionState();
  return (
    <Box component="header" sx={{ borderBottom: 1, borderColor: 'divider', bgcolor: 'background.paper' }}>
      <Container maxWidth="lg" sx={{ py: 1 }}>
        <Stack direction="row" spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
          <TextLink
            to="/"
            underline="none"
            sx={{
              fontWeight: 800,
              fontSize: '1.25rem',
              mr: { xs: 'auto !important', sm: 0 },
              // As high as the account's button, so that the row is equally high for everybody.
              display: 'flex',
              alignItems: 'center',
              minHeight: 48,
            }}
          >
            Meridian
          </TextLink>
          {/* On a phone it has a row of its own, below name and account. */}
          <Stack
            component="nav"
            aria-label="Main"
            direction="row"
            sx={{
              flexGrow: 1,
              order: { xs: 1, sm: 0 },
              width: { xs: '100%', sm: 'auto' },
              // One row on the narrowest phone too; with large letters it is swiped.
              overflowX: 'auto',
              justifyContent: { xs: 'space-between', sm: 'flex-start' },
              ml: { xs: '0 !important', sm: 1 },
              '& > a': { minWidth: { xs: 44, sm: 64 }, px: { xs: 0.5, sm: 1 }, flexShrink: 0, whiteSpace: 'nowrap' },
            }}
          >
            <ButtonLink to="/flights">Flights</ButtonLink>
            <ButtonLink to="/stays">Stays</ButtonLink>
            <ButtonLink to="/cars">Cars</ButtonLink>
            <ButtonLink to="/deals">Deals</ButtonLink>
            <ButtonLink to="/trips">My trips</ButtonLink>
          </Stack>
          {status === 'signedIn' && (
            <Suspense>
              <AlertBell />
            </Suspense>
          )}
          <AccountMenu />
        </Stack>
      </Container>
    </Box>
  );
}

const Footer = () => (
  <Box component="footer" sx={{ borderTop: 1, borderColor: 'divider', mt: 6, py: 3 }}>
    <Container maxWidth="lg">
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        Prices hold every mandatory tax and fee. Times are on the clock of the place.{' '}
        <MuiAnchor href="/playground">For developers</MuiAnchor>
      </Typography>
    </Container>
  </Box>
);

/** A link out of the app, to another page of this server. */
const MuiAnchor = ({ href, children }: Readonly<{ href: string; children: string }>) => (
  <Box component="a" href={href} sx={{ color: 'primary.main' }}>
    {children}
  </Box>
);

/** What every page stands in. The content keeps its height while it loads, so that the footer does not jump. */
export const Shell = () => (
  <>
    <SkipLink />
    <Header />
    <ConnectionNotice />
    <Container
      component="main"
      id="content"
      maxWidth="lg"
      tabIndex={-1}
      sx={{ py: 3, minHeight: '85vh', outline: 'none' }}
    >
      <Suspense>
        <Outlet />
      </Suspense>
    </Container>
    <Footer />
  </>
);
