import { Notice } from '@meridian/ui/feedback/notice.tsx';
import { ButtonLink } from '../../app/links.tsx';

/** Where somebody comes out whose account is gone. */
export const AccountDeletedPage = () => (
  <Notice
    title="Your account is deleted"
    action={
      <ButtonLink to="/" variant="contained">
        To the start page
      </ButtonLink>
    }
  >
    You are signed out on all devices. All that Meridian kept of you is forgotten within moments, and your address is
    free again. Have good travels.
  </Notice>
);
