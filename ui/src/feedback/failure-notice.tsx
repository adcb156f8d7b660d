import { sentenceOf } from '../failures/failure-sentence.ts';
import { Notice } from './notice.tsx';

/** Shown in place of what could not be loaded. */
export const FailureNotice = ({ error, onRetry }: Readonly<{ error: unknown; onRetry: () => void }>) => (
  <Notice title="This could not be loaded" isUrgent action={{ label: 'Try again', onClick: onRetry }}>
    {sentenceOf(error)}
  </Notice>
);
