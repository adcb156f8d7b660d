import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { reading, readingOf, readsAlike } from '../formats/reading.ts';
import { MeDocument } from '../generated/account/account.ts';
import { useSessionState } from '../session/session-context.tsx';

/**
 * Makes formats follow the profile of who is signed in, as soon as anything on the page has asked for it; it asks for nothing itself.
 * Calls back when what is drawn reads otherwise: after a sign-in in another tab, or a change on another device.
 */
export function ProfileReader({ onOther }: Readonly<{ onOther: () => void }>) {
  const { status } = useSessionState();
  const { data } = useQuery(MeDocument, { fetchPolicy: 'cache-only', skip: status !== 'signedIn' });
  const profile = data?.me?.profile;
  useEffect(() => {
    if (profile === undefined) return;
    const next = readingOf(profile);
    const before = reading.get();
    if (before.locale === next.locale && before.currency === next.currency) return;
    reading.set(next);
    if (!readsAlike(before, next)) onOther();
  }, [profile, onOther]);
  return null;
}
