import { Notice } from '@meridian/ui/feedback/notice.tsx';
import { useDocumentTitle } from '@meridian/ui/routing/use-document-title';
import { useSessionState } from '@meridian/ui/session/session-context.tsx';
import Stack from '@mui/material/Stack';
import { Outlet, useLocation } from '@tanstack/react-router';
import { ButtonLink } from '../../app/links.tsx';

/** Lets in who is signed in, or may be: what is not known yet shows the page's own skeleton. */
export function SignedInOnly() {
  const { status } = useSessionState();
  useDocumentTitle(status === 'signedOut' ? 'Sign in first' : undefined);
  const next = useLocation({ select: ({ href }) => href });
  const isBooking = useLocation({ select: ({ pathname }) => pathname === '/book' });
  if (status !== 'signedOut') return <Outlet />;
  return (
    <Notice
      title="Sign in to go on"
      action={
        <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', justifyContent: 'center' }}>
          <ButtonLink to="/sign-in" search={{ next }} variant="contained">
            Sign in
          </ButtonLink>
          <ButtonLink to="/sign-up" search={{ next }} variant="outlined">
            Make an account
          </ButtonLink>
        </Stack>
      }
    >
      {isBooking
        ? 'A booking needs an account. You come back to what you have chosen after signing in; nothing is lost.'
        : 'This page is about you alone. You come back to it after signing in; nothing is lost.'}
    </Notice>
  );
}
