import { FailureNotice } from '@meridian/ui/feedback/failure-notice.tsx';
import type { ErrorComponentProps } from '@tanstack/react-router';

/** Shown where a page has failed; the rest of the app stays. */
export const PageFailure = ({ error, reset }: ErrorComponentProps) => <FailureNotice error={error} onRetry={reset} />;
