import { useSessionState } from '@meridian/ui/session/session-context.tsx';
import { lazy, Suspense } from 'react';

const OwnHoldNotice = lazy(() => import('./own-hold-notice.tsx').then((module) => ({ default: module.OwnHoldNotice })));

/**
 * What somebody holds of a listing themselves is not left for them to book again: its page says so, and leads on to the payment. It is
 * loaded and asked for beside the page, which does not wait for it.
 */
export function OwnHold({ listingId }: Readonly<{ listingId: string }>) {
  const { status } = useSessionState();
  return status === 'signedIn' ? (
    <Suspense>
      <OwnHoldNotice listingId={listingId} />
    </Suspense>
  ) : null;
}
