import { sentenceOf } from '../failures/failure-sentence.ts';
import { useBackOnline } from '../live/use-back-online.ts';
import { Notice } from './notice.tsx';

/** Shown in place of what could not be loaded. Once the device has a network again, it is tried again by itself. */
export function FailureNotice({ error, onRetry }: Readonly<{ error: unknown; onRetry: () => void }>) {
  useBackOnline(onRetry);
  return (
    <Notice title="This could not be loaded" isUrgent action={{ label: 'Try again', onClick: onRetry }}>
      {sentenceOf(error)}
    </Notice>
  );
}
