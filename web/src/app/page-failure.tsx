import { FailureNotice } from '@meridian/ui/feedback/failure-notice.tsx';
import { useDocumentTitle } from '@meridian/ui/routing/use-document-title';
import type { ErrorComponentProps } from '@tanstack/react-router';

/** Shown where a page has failed; the rest of the app stays. */
export function PageFailure({ error, reset }: ErrorComponentProps) {
  useDocumentTitle('Not loaded');
  return <FailureNotice error={error} onRetry={reset} />;
}
