import { Notice } from '@meridian/ui/feedback/notice.tsx';
import { useDocumentTitle } from '@meridian/ui/routing/use-document-title';
import { ButtonLink } from './links.tsx';

/** For addresses that lead nowhere. */
export function NotFoundPage() {
  useDocumentTitle('There is no such page');
  return (
    <Notice title="There is no such page" action={<ButtonLink to="/">To the dashboard</ButtonLink>}>
      The address may be cut off or old.
    </Notice>
  );
}
