import { Notice } from '@meridian/ui/feedback/notice.tsx';
import { useSessionState } from '@meridian/ui/session/session-context.tsx';
import { Outlet, useLocation } from '@tanstack/react-router';
import { ButtonLink } from '../../app/links.tsx';

/** Lets in who is signed in, or may be: what is not known yet shows the page's own skeleton. */
export function SignedInOnly() {
  const { status } = useSessionState();
  const next = useLocation({ select: ({ href }) => href });
  if (status !== 'signedOut') return <Outlet />;
  return (
    <Notice
      title="Sign in to go on"
      action={
        <ButtonLink to="/sign-in" search={{ next }} variant="contained">
          Sign in
        </ButtonLink>
      }
    >
      This page is about your own trips. You come back to it after signing in; nothing is lost.
    </Notice>
  );
}
