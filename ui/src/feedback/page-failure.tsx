import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useDocumentTitle } from '../routing/use-document-title.ts';
import { FailureNotice } from './failure-notice.tsx';

/** Shown where a page has failed; the rest of the app stays. */
export function PageFailure({ error }: ErrorComponentProps) {
  useDocumentTitle('Not loaded');
  const router = useRouter();
  // Also asks again for the page's own code, when it is that which did not come.
  return <FailureNotice error={error} onRetry={() => void router.invalidate()} />;
}
