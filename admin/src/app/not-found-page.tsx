import { NoSuchPage } from '@meridian/ui/feedback/no-such-page.tsx';
import { ButtonLink } from './links.tsx';

/** For addresses that lead nowhere. */
export const NotFoundPage = () => <NoSuchPage wayOn={<ButtonLink to="/">To the dashboard</ButtonLink>} />;
