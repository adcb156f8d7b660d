import { Notice } from '@meridian/ui/feedback/notice.tsx';
import { useDocumentTitle } from '@meridian/ui/routing/use-document-title';
import { ButtonLink } from '../../app/links.tsx';

/** Where somebody comes out whose account is gone. */
export function AccountDeletedPage() {
  useDocumentTitle('Account deleted');
  return (
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
}
