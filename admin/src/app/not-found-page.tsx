import { Notice } from '@meridian/ui/feedback/notice.tsx';
import { ButtonLink } from './links.tsx';

/** For addresses that lead nowhere. */
export const NotFoundPage = () => (
  <Notice title="There is no such page" action={<ButtonLink to="/">To the dashboard</ButtonLink>}>
    The address may be cut off or old.
  </Notice>
);
