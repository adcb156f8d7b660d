import Alert from '@mui/material/Alert';
import { sentenceOf } from '../failures/failure-sentence.ts';
import { BusyButton } from '../forms/busy-button.tsx';
import { useMore } from './use-more.ts';

/** The rows behind those that are there. */
export type More = Readonly<{
  hasMore: boolean;
  isLoading: boolean;
  /** Asks for them. Rejects when they do not come. */
  onMore: () => Promise<unknown>;
}>;

/** Asks for more rows when it is pressed, and says when they did not come. Nothing where there are no more. */
export function MoreButton({ hasMore, isLoading, onMore }: More) {
  const { ask, isAsking, error } = useMore(onMore);
  if (!hasMore) return null;
  const hasFailed = error !== undefined;
  return (
    <>
      {hasFailed && <Alert severity="error">The next ones could not be loaded. {sentenceOf(error)}</Alert>}
      <BusyButton onClick={ask} isBusy={isLoading || isAsking} fullWidth>
        {hasFailed ? 'Try again' : 'Show more'}
      </BusyButton>
    </>
  );
}
