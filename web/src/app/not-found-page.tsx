import { NoSuchPage } from '@meridian/ui/feedback/no-such-page.tsx';
import { ButtonLink } from './links.tsx';

/** For addresses that lead nowhere. */
export const NotFoundPage = () => (
  <NoSuchPage wayOn={<ButtonLink to="/">Search for a trip</ButtonLink>}>
    Searches, bookings and saved prices are all reached from the start page.
  </NoSuchPage>
);
